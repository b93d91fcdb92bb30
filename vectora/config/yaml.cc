// libfyaml is used as a stream of events: it resolves nothing, copies nothing
// twice, and the bounds, duplicate keys and refusals below are checked before a
// node exists. The tree is built by an explicit stack, so that hostile nesting
// costs an error and no stack.
#include "vectora/config/yaml.h"

#include <libfyaml.h>

#include <cstdio>
#include <unordered_map>

#include "vectora/base/utf8.h"

namespace vectora::config {

namespace {

constexpr size_t kMaxBytes = 16u << 20;
constexpr size_t kMaxDepth = 64;
constexpr size_t kMaxNodes = 300000;
constexpr size_t kMaxKeyBytes = 1024;

struct Mark {
  int line = 1;  // both 1-based
  int column = 1;
};

// One step of a key path; nodes share their ancestors' steps, so a long key is
// held once however many nodes stand below it.
struct PathStep {
  std::shared_ptr<const PathStep> parent;
  std::string key;  // empty: an index
  size_t index = 0;
};

std::string path_text(const PathStep* step) {
  std::vector<const PathStep*> steps;
  for (; step != nullptr; step = step->parent.get()) steps.push_back(step);
  std::string out;
  for (auto it = steps.rbegin(); it != steps.rend(); ++it) {
    if ((*it)->key.empty()) {
      out += "[" + std::to_string((*it)->index) + "]";
    } else {
      out += (out.empty() ? "" : ".") + (*it)->key;
    }
  }
  return out;
}

const std::string& no_text() {
  static const std::string empty;
  return empty;
}

}  // namespace

struct YamlNode::Data {
  Kind kind = Kind::kMissing;
  Style style = Style::kPlain;
  bool folded = false;
  std::string text;
  std::vector<std::pair<std::string, YamlNode>> members;
  std::vector<YamlNode> items;
  std::shared_ptr<const std::string> file;
  std::shared_ptr<const PathStep> path;
  Mark at;
  Mark key_at;

  ConfigRef ref(const Mark& mark) const {
    return {*file, mark.line, mark.column, path_text(path.get())};
  }
};

YamlNode::Kind YamlNode::kind() const { return data_ ? data_->kind : Kind::kMissing; }
YamlNode::Style YamlNode::style() const { return data_ ? data_->style : Style::kPlain; }
bool YamlNode::is_folded() const { return data_ && data_->folded; }
const std::string& YamlNode::text() const { return exists() ? data_->text : no_text(); }
ConfigRef YamlNode::ref() const { return data_ ? data_->ref(data_->at) : ConfigRef(); }
ConfigRef YamlNode::key_ref() const { return data_ ? data_->ref(data_->key_at) : ConfigRef(); }

const std::vector<std::pair<std::string, YamlNode>>& YamlNode::members() const {
  static const std::vector<std::pair<std::string, YamlNode>> empty;
  return exists() ? data_->members : empty;
}

const std::vector<YamlNode>& YamlNode::items() const {
  static const std::vector<YamlNode> empty;
  return exists() ? data_->items : empty;
}

YamlNode YamlNode::operator[](std::string_view key) const {
  for (const auto& [name, value] : members()) {
    if (name == key) return value;
  }
  YamlNode absent;
  if (!data_) return absent;
  auto data = std::make_shared<Data>();
  data->file = data_->file;
  data->at = data->key_at = data_->key_at;
  data->path = std::make_shared<const PathStep>(PathStep{data_->path, std::string(key), 0});
  absent.data_ = std::move(data);
  return absent;
}

// Events in, tree out.
class YamlReader {
 public:
  YamlReader(std::string_view bytes, const std::string& name)
      : bytes_(bytes), file_(std::make_shared<const std::string>(name)) {}
  ~YamlReader();
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  Result<YamlDocument> read();

 private:
  using Data = YamlNode::Data;

  // A list or mapping that is still open.
  struct Open {
    std::shared_ptr<Data> data;
    std::unordered_map<std::string, Mark> keys;  // of a mapping, seen so far
    std::string pending_key;
    Mark pending_mark;
    bool has_key = false;
    bool is_flow = false;  // written in brackets, where lines may break anywhere
  };

  Result<void> check_bytes() const;
  Result<void> start();
  Result<void> take(fy_event& event);
  Result<void> open(YamlNode::Kind kind, fy_event& event, const Mark& mark);
  Result<void> close();
  Result<void> scalar(fy_event& event, const Mark& start);
  Result<void> key(const std::string& text, const Mark& mark, YamlNode::Style style);
  Result<void> refuse_properties(fy_event& event, const Mark& mark) const;
  Result<std::shared_ptr<Data>> new_node(const Mark& mark);
  void attach(const std::shared_ptr<Data>& data);
  Error fault(const Mark& mark, const std::string& what,
              ErrorCode code = ErrorCode::kMalformed) const;
  Error syntax_fault() const;
  Mark mark_of(const fy_mark* mark) const;
  bool is_bracket(fy_event& event) const {
    const fy_mark* mark = fy_event_start_mark(&event);
    const char first =
        mark == nullptr || mark->input_pos >= bytes_.size() ? ' ' : bytes_[mark->input_pos];
    return first == '[' || first == '{';
  }
  bool expects_key() const {
    return !open_.empty() && open_.back().data->kind == YamlNode::Kind::kMapping &&
           !open_.back().has_key;
  }

  std::string_view bytes_;
  std::shared_ptr<const std::string> file_;
  fy_diag* diag_ = nullptr;
  fy_parser* parser_ = nullptr;
  std::vector<Open> open_;
  std::shared_ptr<Data> root_;
  size_t nodes_ = 0;
  int documents_ = 0;
  Mark last_;
};

YamlReader::~YamlReader() {
  if (parser_ != nullptr) fy_parser_destroy(parser_);
  if (diag_ != nullptr) fy_diag_destroy(diag_);
}

Error YamlReader::fault(const Mark& mark, const std::string& what, ErrorCode code) const {
  const ConfigRef ref{*file_, mark.line, mark.column, ""};
  return {code, ref.str() + ": " + what};
}

Mark YamlReader::mark_of(const fy_mark* mark) const {
  if (mark == nullptr || mark->line < 0 || mark->column < 0) return last_;
  return {mark->line + 1, mark->column + 1};
}

// What libfyaml does not say, or says without a place.
Result<void> YamlReader::check_bytes() const {
  if (bytes_.size() > kMaxBytes) {
    return fault({1, 1}, "the file is larger than 16 MB", ErrorCode::kTooLarge);
  }
  Mark mark;
  for (size_t position = 0; position < bytes_.size();) {
    const size_t begin = position;
    const char32_t c = next_code_point(bytes_, position);
    const std::string_view spelled = bytes_.substr(begin, position - begin);
    if (c == kReplacementCharacter && spelled != "\xEF\xBF\xBD") {
      return fault(mark, "the text is not UTF-8 from here on; save the file as UTF-8");
    }
    if (c == 0) return fault(mark, "a NUL character; save the file as UTF-8");
    const bool is_break = c == '\n' || (c == '\r' && bytes_.substr(position, 1) != "\n");
    mark = is_break ? Mark{mark.line + 1, 1} : Mark{mark.line, mark.column + 1};
  }
  return {};
}

Result<void> YamlReader::start() {
  fy_diag_cfg diag_options;
  fy_diag_cfg_default(&diag_options);
  diag_options.fp = nullptr;
  diag_options.colorize = false;
  diag_ = fy_diag_create(&diag_options);
  if (diag_ == nullptr) return fault({1, 1}, "out of memory", ErrorCode::kTooLarge);
  fy_diag_set_collect_errors(diag_, true);
  fy_parse_cfg options = {};
  options.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG |
                                                  FYPCF_DISABLE_MMAP_OPT | FYPCF_JSON_NONE);
  options.diag = diag_;
  parser_ = fy_parser_create(&options);
  if (parser_ == nullptr || fy_parser_set_string(parser_, bytes_.data(), bytes_.size()) != 0) {
    return fault({1, 1}, "out of memory", ErrorCode::kTooLarge);
  }
  return {};
}

Error YamlReader::syntax_fault() const {
  void* iterator = nullptr;
  while (const fy_diag_error* error = fy_diag_errors_iterate(diag_, &iterator)) {
    if (error->msg == nullptr) continue;
    const Mark mark{error->line > 0 ? error->line : last_.line,
                    error->column > 0 ? error->column : last_.column};
    return fault(mark, error->msg);
  }
  return fault(last_, "this is not YAML from here on");
}

Result<YamlDocument> YamlReader::read() {
  TRY(check_bytes());
  if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") bytes_.remove_prefix(3);
  YamlDocument document;
  if (!bytes_.empty()) {
    TRY(start());
    const auto release = [this](fy_event* event) { fy_parser_event_free(parser_, event); };
    for (;;) {
      const std::unique_ptr<fy_event, decltype(release)> event(fy_parser_parse(parser_), release);
      if (event == nullptr) return syntax_fault();
      if (event->type == FYET_STREAM_END) break;
      TRY(take(*event));
    }
    if (fy_parser_get_stream_error(parser_)) return syntax_fault();
  }
  if (root_ == nullptr) {
    root_ = std::make_shared<Data>();
    root_->kind = YamlNode::Kind::kNull;
    root_->file = file_;
  }
  document.root.data_ = root_;
  return document;
}

Result<void> YamlReader::take(fy_event& event) {
  const Mark mark = last_ = mark_of(fy_event_start_mark(&event));
  switch (event.type) {
    case FYET_DOCUMENT_START:
      if (++documents_ > 1) return fault(mark, "a second document; write one file for each");
      return {};
    case FYET_ALIAS:
      return fault({mark.line, mark.column - 1}, "an alias (*name); write the value out instead");
    case FYET_MAPPING_START:
      TRY(refuse_properties(event, mark));
      return open(YamlNode::Kind::kMapping, event, mark);
    case FYET_SEQUENCE_START:
      TRY(refuse_properties(event, mark));
      return open(YamlNode::Kind::kList, event, mark);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END: return close();
    case FYET_SCALAR: TRY(refuse_properties(event, mark)); return scalar(event, mark);
    default: return {};
  }
}

Result<void> YamlReader::refuse_properties(fy_event& event, const Mark& mark) const {
  if (fy_event_get_anchor_token(&event) != nullptr) {
    return fault(mark, "an anchor (&name); write the value out where it is needed");
  }
  if (fy_event_get_tag_token(&event) != nullptr) {
    return fault(mark, "a tag (!name); if the text starts with '!', put it in quotes");
  }
  return {};
}

Result<std::shared_ptr<YamlNode::Data>> YamlReader::new_node(const Mark& mark) {
  if (++nodes_ > kMaxNodes) {
    return fault(mark, "more than 300,000 values", ErrorCode::kTooLarge);
  }
  auto data = std::make_shared<Data>();
  data->file = file_;
  data->at = data->key_at = mark;
  if (open_.empty()) return data;
  const Open& parent = open_.back();
  PathStep step{parent.data->path, parent.pending_key, parent.data->items.size()};
  if (parent.has_key) data->key_at = parent.pending_mark;
  data->path = std::make_shared<const PathStep>(std::move(step));
  return data;
}

void YamlReader::attach(const std::shared_ptr<Data>& data) {
  YamlNode node;
  node.data_ = data;
  if (open_.empty()) {
    root_ = data;
    return;
  }
  Open& parent = open_.back();
  if (parent.data->kind == YamlNode::Kind::kList) {
    parent.data->items.push_back(std::move(node));
    return;
  }
  parent.data->members.emplace_back(std::move(parent.pending_key), std::move(node));
  parent.pending_key.clear();
  parent.has_key = false;
}

Result<void> YamlReader::open(YamlNode::Kind kind, fy_event& event, const Mark& mark) {
  if (expects_key()) {
    return fault(mark, "a key must be a word; if these braces are text, put them in quotes");
  }
  if (open_.size() >= kMaxDepth) {
    return fault(mark, "more than 64 levels", ErrorCode::kTooLarge);
  }
  Open level;
  level.data = TRY(new_node(mark));
  level.data->kind = kind;
  level.is_flow = (!open_.empty() && open_.back().is_flow) || is_bracket(event);
  open_.push_back(std::move(level));
  return {};
}

Result<void> YamlReader::close() {
  const std::shared_ptr<Data> data = open_.back().data;
  open_.pop_back();
  attach(data);
  return {};
}

Result<void> YamlReader::key(const std::string& text, const Mark& mark, YamlNode::Style style) {
  Open& parent = open_.back();
  if (text.empty()) return fault(mark, "an empty key");
  if (text.size() > kMaxKeyBytes) return fault(mark, "a key of more than 1,024 bytes");
  if (text == "<<" && style == YamlNode::Style::kPlain) {
    return fault(mark, "a merge key (<<); write the values out instead");
  }
  const auto [seen, is_new] = parent.keys.emplace(text, mark);
  if (!is_new) {
    return fault(mark, "duplicate key '" + text + "', first written in line " +
                           std::to_string(seen->second.line) + "; merge the two or remove one");
  }
  parent.pending_key = text;
  parent.pending_mark = mark;
  parent.has_key = true;
  return {};
}

Result<void> YamlReader::scalar(fy_event& event, const Mark& start) {
  fy_token* token = fy_event_get_token(&event);
  size_t size = 0;
  const char* chars = token == nullptr ? nullptr : fy_token_get_text(token, &size);
  std::string text = chars == nullptr ? std::string() : std::string(chars, size);
  YamlNode::Style style = YamlNode::Style::kPlain;
  if (token != nullptr) {
    const fy_scalar_style written = fy_token_scalar_style(token);
    if (written == FYSS_SINGLE_QUOTED) style = YamlNode::Style::kSingleQuoted;
    if (written == FYSS_DOUBLE_QUOTED) style = YamlNode::Style::kDoubleQuoted;
    if (written == FYSS_LITERAL || written == FYSS_FOLDED) style = YamlNode::Style::kBlock;
  }
  // libfyaml's mark of a quoted scalar stands behind the quote.
  const bool is_quoted =
      style == YamlNode::Style::kSingleQuoted || style == YamlNode::Style::kDoubleQuoted;
  const Mark mark{start.line, start.column - (is_quoted ? 1 : 0)};
  if (expects_key()) return key(text, mark, style);

  const std::shared_ptr<Data> data = TRY(new_node(mark));
  const bool is_plain = style == YamlNode::Style::kPlain;
  const bool is_null = is_plain && (text.empty() || text == "~" || text == "null");
  data->kind = is_null ? YamlNode::Kind::kNull : YamlNode::Kind::kScalar;
  data->style = style;
  if (is_null) text.clear();
  const fy_mark* end = fy_event_end_mark(&event);
  const bool in_flow = !open_.empty() && open_.back().is_flow;
  data->folded =
      is_plain && !is_null && !in_flow && end != nullptr && mark_of(end).line > mark.line;
  data->text = std::move(text);
  attach(data);
  return {};
}

Result<YamlDocument> parse_yaml(std::string_view bytes, const std::string& name) {
  return YamlReader(bytes, name).read();
}

}  // namespace vectora::config
