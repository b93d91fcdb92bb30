// Text of a PDF, by the `pdftotext` program (poppler-utils) in a child process:
// hostile files stay outside of this one, bounded in time, memory and output.
#pragma once

#include <string>
#include <string_view>

#include "vectora/base/result.h"

namespace vectora::pipeline {

struct PdfLimits {
  int timeout_s = 20;
  int64_t memory_bytes = 1 << 29;
  size_t output_bytes = 2000000;  // more text is cut
};

// UTF-8, a paragraph a line. kUnavailable if the program is not installed; kMalformed if it cannot
// read the file; kTimeout.
Result<std::string> pdf_text(std::string_view pdf, const PdfLimits& limits = {});

// Whether the bytes start as a PDF does.
bool is_pdf(std::string_view bytes);

}  // namespace vectora::pipeline
