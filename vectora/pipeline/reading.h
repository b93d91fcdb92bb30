// Reading: what a captured answer of a source offers. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/config/plan.h"
#include "vectora/http/http.h"
#include "vectora/normalize/entry.h"

namespace vectora::pipeline {

// How a source ended in a run; each in exactly one way. Persisted by name.
enum class SourceEnd { kFetched, kNotModified, kFailed, kDisabled, kSkippedBudget };

std::string_view to_string(SourceEnd end);  // fetched, not_modified, failed, ...

struct Reading {
  SourceKey source;
  SourceEnd end = SourceEnd::kFailed;
  std::string reason;  // of a failure: dns, connect, tls, timeout, status, too_large,
                       // not_a_feed, empty, refused, parse
  std::string detail;  // one sentence
  std::vector<normalize::Entry> entries;
  std::vector<Url> more;           // where the entries are that this answer only names
  std::string drift;               // what is odd: "no entry has a date"; empty: nothing
  std::vector<std::string> notes;  // what else each run reports: checks turned off, a move
  std::string moved_to;  // where permanent redirects lead instead of its address; empty: nowhere
};

// `answer` is a 200, or a 304 with the body that it confirms.
Reading read_answer(const config::Source& source, const http::Response& answer, const Digest& body,
                    Date today);

// An answer that `more` of the first one led to.
Reading read_part(const config::Source& source, const http::Response& answer, const Digest& body,
                  Date today);

constexpr size_t kMaxParts = 20;  // of a sitemap's index; further ones are not asked for

// A source's reading, of its first answer and of those that it led to. Failed if all of
// these are; where some are, that is the drift.
Reading joined(const config::Source& source, Reading first, std::vector<Reading> parts);

Reading failed_reading(const SourceKey& source, std::string reason, std::string detail);

}  // namespace vectora::pipeline
