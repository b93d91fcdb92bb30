#include "vectora/evaluation/labelling.h"

#include <algorithm>
#include <unordered_set>

namespace vectora::evaluation {
namespace {

constexpr size_t kMaxTypes = 10;
constexpr size_t kShownBytes = 900;  // of an item's text

// "1" to "9", then "0".
char key_of(size_t number) {
  return number == kMaxTypes - 1 ? '0' : static_cast<char>('1' + number);
}

std::string shortened(const std::string& text) {
  if (text.size() <= kShownBytes) return text;
  size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  const size_t blank = text.rfind(' ', end);
  return text.substr(0, blank == std::string::npos ? end : blank) + " ...";
}

// Control characters of a source never reach a terminal.
std::string printable(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

}  // namespace

Labelling::Labelling(std::vector<Label> items, std::vector<std::string> event_types,
                     LabelStore& labels)
    : items_(std::move(items)), types_(std::move(event_types)), labels_(labels) {
  std::unordered_set<std::string> known;
  for (const Label& label : labels.labels()) known.insert(label.id);
  std::erase_if(items_, [&known](const Label& item) { return known.contains(item.id); });
  if (types_.size() > kMaxTypes) types_.resize(kMaxTypes);
  if (!items_.empty()) current_ = items_[0];
}

std::string Labelling::question() const {
  if (finished()) return {};
  std::string text =
      std::to_string(left()) + " left\n\n" + printable(current_.title) + "\n" +
      printable(current_.source + "  " + current_.published_at + "  " + current_.url) + "\n\n" +
      printable(shortened(current_.content)) + "\n\n";
  if (ask_ == Ask::kRelevance)
    return text + "relevant?  y yes  n no  ? cannot be decided  |  s skip  u undo  q quit\n";
  text += is_alternative_ ? "also right:" : "event:";
  for (size_t i = 0; i < types_.size(); ++i)
    text += std::string("  ") + key_of(i) + " " + types_[i];
  return text + "  |  a alternative  s skip  u undo  q quit\n";
}

Result<void> Labelling::press(char key) {
  complaint_.clear();
  if (finished()) return {};
  switch (key) {
    case 'q': ended_ = true; return {};
    case 's': next(); return {};
    case 'u': return undo();
    default: return answer(key);
  }
}

Result<void> Labelling::answer(char key) {
  if (ask_ == Ask::kRelevance && (key == 'y' || key == 'n' || key == '?')) {
    current_.relevant = key == '?' ? std::nullopt : std::optional<bool>(key == 'y');
    ask_ = Ask::kEvent;
    return {};
  }
  if (ask_ == Ask::kEvent && key == 'a') {
    is_alternative_ = true;
    return {};
  }
  const auto type = ask_ == Ask::kEvent ? type_of(key) : std::nullopt;
  if (type) return choose_event(*type);
  complaint_ = std::string("'") + printable(std::string(1, key)) + "' means nothing here";
  return {};
}

std::optional<std::string> Labelling::type_of(char key) const {
  for (size_t i = 0; i < types_.size(); ++i)
    if (key_of(i) == key) return types_[i];
  return std::nullopt;
}

Result<void> Labelling::choose_event(const std::string& type) {
  if (is_alternative_) {
    current_.event_alts.push_back(type);
    is_alternative_ = false;
    return {};
  }
  current_.event_type = type;
  TRY(labels_.put(current_));
  stored_.push_back(position_);
  next();
  return {};
}

// One answer back: the relevance of this item, or the last item that was stored.
Result<void> Labelling::undo() {
  if (ask_ == Ask::kEvent) {
    current_ = items_[position_];
    ask_ = Ask::kRelevance;
    is_alternative_ = false;
    return {};
  }
  if (stored_.empty()) {
    complaint_ = "nothing to undo";
    return {};
  }
  TRY(labels_.remove(items_[stored_.back()].id));
  position_ = stored_.back();
  stored_.pop_back();
  current_ = items_[position_];
  return {};
}

void Labelling::next() {
  ++position_;
  ask_ = Ask::kRelevance;
  is_alternative_ = false;
  if (position_ < items_.size()) current_ = items_[position_];
}

}  // namespace vectora::evaluation
