#include "vectora/config/load/source_reader.h"

#include <cctype>

#include "vectora/config/load/api_reader.h"
#include "vectora/config/load/read.h"
#include "vectora/text/regex.h"

namespace vectora::config {

namespace {

SourceMode mode_of(const std::string& word) {
  if (word == "html") return SourceMode::kHtml;
  if (word == "api") return SourceMode::kApi;
  if (word == "sitemap") return SourceMode::kSitemap;
  return word == "none" ? SourceMode::kNone : SourceMode::kRss;
}

Enrichment enrichment_of(const std::string& word) {
  if (word == "full_article") return Enrichment::kFullArticle;
  return word == "summary_enhanced" ? Enrichment::kSummary : Enrichment::kBasic;
}

// The key that holds the address of a mode.
const char* url_key(SourceMode mode) {
  switch (mode) {
    case SourceMode::kRss: return "rss_url";
    case SourceMode::kHtml: return "html_url";
    case SourceMode::kApi: return "api_url";
    case SourceMode::kSitemap: return "sitemap_url";
    case SourceMode::kNone: break;
  }
  return "homepage_url";
}

class CatalogReader {
 public:
  CatalogReader(const CatalogInput& input, Findings& findings)
      : input_(input), findings_(findings) {
    for (const lexicon::ScopeIndex scope : input.company_scopes) {
      for (const lexicon::Term& term : input.scopes.scope(scope).terms) add_company(term);
    }
  }

  Catalog read();

 private:
  void add_company(const lexicon::Term& term);
  void read_source(const YamlNode& node);
  void read_facts(const YamlNode& node, Source& source);
  void read_extraction(const YamlNode& node, Source& source);
  void read_bouquet(const YamlNode& node);
  void check_extractors();
  std::string selector(const YamlNode& extractor, const std::string& part) const;
  std::vector<std::string> known_sources() const;

  const CatalogInput& input_;
  Findings& findings_;
  std::map<std::string, std::string> companies_;  // slug -> canonical name
  Catalog catalog_;
};

void CatalogReader::add_company(const lexicon::Term& term) {
  companies_.emplace(company_slug(term.name), term.name);
  for (const std::string& alias : term.aliases) {
    companies_.emplace(company_slug(alias), term.name);
  }
}

Catalog CatalogReader::read() {
  for (const YamlNode& node : input_.catalog["sources"].items()) read_source(node);
  for (const YamlNode& node : input_.catalog["bouquets"].items()) read_bouquet(node);
  check_extractors();
  return std::move(catalog_);
}

void CatalogReader::read_facts(const YamlNode& node, Source& source) {
  source.facts.type = text_or(node["source_type"], "");
  source.facts.display_name = text_or(node["display_name"], source.facts.key.str());
  source.facts.default_language = text_or(node["default_language"], "en");
  const YamlNode company = node["company_id"];
  if (!company.is_scalar() || company.text().empty()) return;
  const auto known = companies_.find(company_slug(company.text()));
  source.facts.company = known == companies_.end() ? source.facts.display_name : known->second;
  if (known != companies_.end()) return;
  std::vector<std::string> slugs;
  for (const auto& [slug, name] : companies_) slugs.push_back(slug);
  const std::string meant = nearest(company.text(), slugs);
  findings_.warning(company.ref(), "no company '" + company.text() + "' in the company scopes",
                    meant.empty() ? "add it to a company scope" : "did you mean '" + meant + "'?");
}

std::string CatalogReader::selector(const YamlNode& extractor, const std::string& part) const {
  const YamlNode own = extractor["selectors"][part];
  if (own.is_scalar()) return own.text();  // an empty one too: nothing is looked for
  return text_or(input_.extractors["global_settings"]["fallback_selectors"][part], "");
}

void CatalogReader::read_extraction(const YamlNode& node, Source& source) {
  const YamlNode global = input_.extractors["global_settings"];
  const YamlNode extractor = input_.extractors["extractors"][source.facts.key.str()];
  page::ListingOptions& listing = source.listing;
  if (extractor.is_mapping()) {
    listing.selectors = {selector(extractor, "container"), selector(extractor, "item"),
                         selector(extractor, "title"),     selector(extractor, "url"),
                         selector(extractor, "date"),      selector(extractor, "description")};
    listing.base_url = Url::parse(text_or(extractor["base_url"], ""));
  }
  const std::vector<std::string> formats = texts(global["default_date_patterns"]);
  listing.date_format =
      text_or(extractor["date_format"], formats.empty() ? std::string() : formats.front());
  listing.max_items =
      static_cast<size_t>(int_or(extractor["max_items"], int_or(global["default_max_items"], 200)));
  source.verify_tls = bool_or(extractor["ssl_verify"], true);
  if (source.mode == SourceMode::kHtml) source.timeout_s = int_or(global["extraction_timeout"], 0);
  if (const std::string css = text_or(extractor["article_date_selector"], ""); !css.empty()) {
    // One that does not compile is an error of the table of keys.
    if (auto selector = page::Selector::compile(css)) source.article.date_selector = *selector;
  }
  for (const std::string& pattern : texts(node["date_extraction_patterns"])) {
    auto regex = text::Regex::compile(pattern, text::CaseSensitive::kNo);
    if (!regex.ok()) continue;  // reported by the table of keys
    listing.date_patterns.push_back(*regex);
    source.article.date_patterns.push_back(*regex);
  }
  listing.url = Url::parse(source.url);
  if (auto regex =
          text::Regex::compile(text_or(node["url_pattern"], ""), text::CaseSensitive::kYes);
      regex.ok() && node["url_pattern"].is_scalar())
    source.url_pattern = *regex;
}

void CatalogReader::read_source(const YamlNode& node) {
  Source source;
  source.facts.key = SourceKey(text_or(node["source_key"], ""));
  source.config = node.ref();
  source.enabled = bool_or(node["enabled"], true);
  source.mode = mode_of(text_or(node["ingestion_mode"], "rss"));
  source.homepage_url = text_or(node["homepage_url"], "");
  const YamlNode url = node[url_key(source.mode)];
  source.url = text_or(url, "");
  if (source.url.empty() && source.mode != SourceMode::kNone) {
    findings_.error(url.ref(),
                    "the source is read in mode " + text_or(node["ingestion_mode"], "rss") +
                        " and has no " + url_key(source.mode),
                    "add it, or use mode none");
  }
  source.tags = texts(node["tags"]);
  source.profile = text_or(node["ingestion_profile"], "default_broad");
  if (input_.profiles.count(source.profile) == 0) {
    std::vector<std::string> known;
    for (const auto& [name, profile] : input_.profiles) known.push_back(name);
    findings_.unknown(node["ingestion_profile"].ref(), "ingestion profile", source.profile, known);
  }
  source.enrichment = enrichment_of(text_or(node["content_enrichment"], "basic"));
  source.max_content_length = static_cast<size_t>(int_or(node["max_content_length"], 0));
  source.expected_period_days = int_or(node["expected_period_days"], 0);
  source.respect_robots = bool_or(node["respect_robots"], true);
  source.api = read_api(node["api"], findings_);
  read_facts(node, source);
  read_extraction(node, source);
  const auto [known, is_new] = catalog_.sources.emplace(source.facts.key, source);
  if (!is_new) {
    findings_.error(node["source_key"].ref(), "a second source '" + source.facts.key.str() + "'",
                    "the first is at " + known->second.config.str());
  }
}

std::vector<std::string> CatalogReader::known_sources() const {
  std::vector<std::string> known;
  for (const auto& [key, source] : catalog_.sources) known.push_back(key.str());
  return known;
}

void CatalogReader::read_bouquet(const YamlNode& node) {
  const std::string id = text_or(node["bouquet_id"], "");
  if (catalog_.bouquets.count(id) > 0) {
    findings_.error(node["bouquet_id"].ref(), "a second bouquet '" + id + "'", "merge the two");
  }
  std::vector<SourceKey>& keys = catalog_.bouquets[id];
  for (const YamlNode& key : scalars(node["source_keys"])) {
    if (catalog_.sources.count(SourceKey(key.text())) == 0) {
      findings_.unknown(key.ref(), "source", key.text(), known_sources());
    } else {
      keys.emplace_back(key.text());
    }
  }
}

void CatalogReader::check_extractors() {
  for (const auto& [name, node] : input_.extractors["extractors"].members()) {
    if (catalog_.sources.count(SourceKey(name)) > 0) continue;
    findings_.unknown(node.key_ref(), "source", name, known_sources());
  }
}

}  // namespace

Catalog read_catalog(const CatalogInput& input, Findings& findings) {
  return CatalogReader(input, findings).read();
}

std::string company_slug(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      slug += static_cast<char>(std::tolower(byte));
    } else if (!slug.empty() && slug.back() != '_') {
      slug += '_';
    }
  }
  while (!slug.empty() && slug.back() == '_') slug.pop_back();
  return slug;
}

}  // namespace vectora::config
