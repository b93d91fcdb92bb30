#include "vectora/pipeline/pdf_text.h"

#include <gtest/gtest.h>

#include "vectora/testing/golden.h"

namespace vectora::pipeline {
namespace {

std::string press_release() {
  return testing::read_file("examples/lai/capture/bodies/medincell_uzedy_sales.pdf");
}

TEST(PdfTextTest, GivesParagraphsOfText) {
  const auto text = pdf_text(press_release());
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_NE(text->find("olanzapine"), std::string::npos);
  // Lines of a paragraph are joined: no line ends in the middle of a sentence
  // with a small letter on both sides.
  EXPECT_EQ(text->find(" \n"), std::string::npos);
}

TEST(PdfTextTest, SaysWhenTheFileIsBroken) {
  const auto text = pdf_text("%PDF-1.4\nnothing");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kMalformed);
}

TEST(PdfTextTest, CutsWhatIsTooLong) {
  PdfLimits limits;
  limits.output_bytes = 50;
  const auto text = pdf_text(press_release(), limits);
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_LE(text->size(), 50U);
}

TEST(PdfTextTest, KnowsAPdfByItsHead) {
  EXPECT_TRUE(is_pdf("%PDF-1.7 ..."));
  EXPECT_FALSE(is_pdf("<html>"));
}

}  // namespace
}  // namespace vectora::pipeline
