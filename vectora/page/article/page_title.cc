// No single source of a title can be trusted: <title> and og:title carry the
// site's name or a shorter wording made for search engines, the first <h1> may
// be the site's logo, JSON-LD may describe another object. But a wording that
// two of them share is nearly always the title. So each candidate gets a base
// weight for where it stands and support from every other source that says the
// same (in full) or contains it (in part).
#include "vectora/page/article/page_title.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "vectora/page/article/title_match.h"
#include "vectora/page/text_builder.h"
#include "vectora/text/entities.h"

namespace vectora::page {
namespace {

constexpr size_t kMaxTitle = 400;
constexpr size_t kMaxHeadings = 24;

constexpr size_t kNoReference = static_cast<size_t>(-1);

struct Candidate {
  std::string text;
  std::string key;  // what is compared: lower case, without spaces and punctuation
  double weight = 0;
  size_t own_reference = kNoReference;  // which supports it no further
};

// Decoded again where a template escaped twice, with white space collapsed.
std::string clean(std::string_view text) {
  std::string decoded;
  text::append_decoded(decoded, text.substr(0, kMaxTitle * 4), text::Semicolon::kRequired);
  TextBuilder builder(Separator::kSpace);
  builder.add(decoded);
  return builder.take();
}

// What separates a title from a site's name.
constexpr auto kSeparators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ",
                                     " :: ", " : ", "│", " / ", "|", " ‹ ", " › ", ", "});

struct Split {
  std::string_view before;
  std::string_view after;
};

// No separator stands inside brackets: "Interim report (April 1st – September 30)".
bool leaves_bracket_open(std::string_view before) {
  const size_t open = before.find_last_of("([");
  return open != std::string_view::npos &&
         before.find_first_of(")]", open) == std::string_view::npos;
}

std::vector<Split> splits_of(std::string_view text) {
  std::vector<Split> out;
  for (const std::string_view separator : kSeparators) {
    for (size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, at + separator.size())) {
      if (leaves_bracket_open(text.substr(0, at))) continue;
      out.push_back({text.substr(0, at), text.substr(at + separator.size())});
    }
  }
  return out;
}

bool is_site_name(std::string_view part, const std::string& site_key) {
  const std::string key = title_key(part);
  if (key.empty() || site_key.empty()) return false;
  return key == site_key || (key.size() >= 4 && (site_key.find(key) != std::string::npos ||
                                                 key.find(site_key) != std::string::npos));
}

// Without the name that the site gives itself.
std::string_view without_named_site(std::string_view text, const std::string& site_key) {
  for (const Split& split : splits_of(text)) {
    if (is_site_name(split.after, site_key)) return split.before;
    if (is_site_name(split.before, site_key)) return split.after;
  }
  return text;
}

// <title> or og:title without the site's name, else the longer side of the last
// separator that stands apart.
std::string without_site(std::string_view text, const std::string& site_key) {
  const std::string_view named = without_named_site(text, site_key);
  if (named.size() < text.size()) return std::string(named);
  for (const std::string_view separator : std::span(kSeparators).first(9)) {
    const size_t last = text.rfind(separator);
    if (last == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, last);
    const std::string_view after = text.substr(last + separator.size());
    if (leaves_bracket_open(before)) continue;
    if (before.size() >= after.size() && before.size() >= 12) return std::string(before);
  }
  return std::string(text);
}

class TitleVote {
 public:
  TitleVote(const Dom& dom, const Metadata& metadata, const JsonLd& json_ld)
      : dom_(dom), metadata_(metadata), json_ld_(json_ld) {
    site_key_ = title_key(metadata.first_of({"ogsitename", "applicationname"}));
    if (site_key_.empty()) site_key_ = title_key(json_ld.site_name);
  }

  std::string winner() {
    add_headings();
    add(without_named_site(json_ld_.headline, site_key_), 1.2, 3);
    const std::string og = clean(metadata_.first_of({"ogtitle", "twittertitle"}));
    add(without_site(og, site_key_), 0.7, 1);
    add(clean(metadata_.first("twittertitle")), 0.45, 2);
    add(without_site(metadata_.title, site_key_), 0.5, 0);
    references_ = {title_key(metadata_.title), title_key(og),
                   title_key(metadata_.first("twittertitle")), title_key(json_ld_.headline)};
    const Candidate* best = nullptr;
    double best_score = -1;
    for (const Candidate& candidate : candidates_) {
      const double supported = support(candidate);
      // What nobody else says may be any heading of the page.
      const double score = supported > 0 ? candidate.weight + supported : 0.75 * candidate.weight;
      if (score > best_score + 1e-9) {
        best = &candidate;
        best_score = score;
      }
    }
    return best == nullptr ? std::string() : best->text;
  }

 private:
  // `own`: the number in references_ of what the text was taken from.
  void add(std::string_view text, double weight, size_t own = kNoReference) {
    std::string cleaned = clean(text);
    std::string key = title_key(cleaned);
    if (key.empty() || cleaned.size() > kMaxTitle) return;
    candidates_.push_back({std::move(cleaned), std::move(key), weight, own});
  }

  void add_headings() {
    size_t count = 0;
    for (NodeId n = 0; n < dom_.size() && count < kMaxHeadings; ++n) {
      if (is_aside(n)) {
        n = dom_.end_of(n) - 1;
      } else if (dom_.tag(n) == Tag::kH1) {
        add(dom_.text_content(n), count == 0 ? 1.0 : 0.9);
        ++count;
      } else if (dom_.tag(n) == Tag::kH2) {
        add(dom_.text_content(n), 0.2);
        ++count;
      }
    }
  }

  bool is_aside(NodeId n) const {
    const Tag tag = dom_.tag(n);
    return tag == Tag::kNav || tag == Tag::kFooter || tag == Tag::kAside || is_unseen(tag);
  }

  // How much the other sources say the same.
  double support(const Candidate& candidate) const {
    double out = 0;
    for (size_t i = 0; i < references_.size(); ++i) {
      const std::string& reference = references_[i];
      if (reference.empty() || i == candidate.own_reference) continue;
      if (reference == candidate.key) {
        out += 0.6;
      } else if (candidate.key.size() >= 8 && reference.find(candidate.key) != std::string::npos) {
        out +=
            0.5 * static_cast<double>(candidate.key.size()) / static_cast<double>(reference.size());
      } else if (reference.size() >= 8 && candidate.key.find(reference) != std::string::npos) {
        out +=
            0.4 * static_cast<double>(reference.size()) / static_cast<double>(candidate.key.size());
      }
    }
    for (const Candidate& other : candidates_) {
      if (&other != &candidate && other.key == candidate.key) out += 0.3;
    }
    return out;
  }

  const Dom& dom_;
  const Metadata& metadata_;
  const JsonLd& json_ld_;
  std::string site_key_;
  std::vector<Candidate> candidates_;
  std::array<std::string, 4> references_;
};

}  // namespace

std::string read_title(const Dom& dom, const Metadata& metadata, const JsonLd& json_ld) {
  return TitleVote(dom, metadata, json_ld).winner();
}

}  // namespace vectora::page
