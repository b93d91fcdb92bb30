// TypeClassifier: which event an item tells, and what kind of text tells it.
//
// Each type is a list of weighted keywords: the title's count most, the lead's
// more than the rest; what speaks against a type is subtracted. Event and
// content type are two axes: a content type lends its weight to the event it
// belongs to ("grant" to partnership), and is named beside it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "vectora/normalize/annotation.h"
#include "vectora/normalize/type_pattern.h"

namespace vectora::normalize {

struct Types {
  EventClass event;
  ContentType content_type;
};

// Immutable; safe between threads.
class TypeClassifier {
 public:
  // kMalformed, with the keyword's place, for a regular expression that does not compile.
  static Result<TypeClassifier> compile(const std::vector<TypePattern>& events,
                                        const std::vector<TypePattern>& content_types);

  Types classify(std::string_view title, std::string_view content) const {
    return classify({title, lexicon::read(title)}, {content, lexicon::read(content)}, {});
  }

  // A field and how a lexicon reads it.
  struct ReadField {
    std::string_view text;
    const lexicon::Reading& reading;
  };
  // `source` is the source's name and kind; body keywords count in it as in the
  // first lines of the text: what a journal offers is a publication.
  Types classify(const ReadField& title, const ReadField& content, std::string_view source) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;  // immutable, shared by copies
};

}  // namespace vectora::normalize
