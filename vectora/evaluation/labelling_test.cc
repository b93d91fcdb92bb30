#include "vectora/evaluation/labelling.h"

#include <gtest/gtest.h>

namespace vectora::evaluation {
namespace {

class LabellingTest : public ::testing::Test {
 protected:
  LabellingTest() : data_(store::open_memory()) {}

  static Label item(const std::string& id) {
    Label item;
    item.id = id;
    item.title = "Title of " + id;
    return item;
  }

  // What is stored after the keys were pressed, an item a line.
  std::string after(const std::string& keys) {
    LabelStore labels(*data_, ClientId("one"));
    EXPECT_TRUE(labels.load().ok());
    Labelling walk({item("a"), item("b"), item("c")}, {"deal", "approval", "other"}, labels);
    for (const char key : keys) EXPECT_TRUE(walk.press(key).ok());
    complaint_ = walk.complaint();
    finished_ = walk.finished();
    question_ = walk.question();
    return stored();
  }

  std::string stored() {
    LabelStore labels(*data_, ClientId("one"));
    EXPECT_TRUE(labels.load().ok());
    std::string all;
    for (const Label& label : labels.labels()) {
      all += label.id + (label.relevant ? *label.relevant ? " yes " : " no " : " ? ") +
             label.event_type;
      for (const std::string& alt : label.event_alts) all += " or " + alt;
      all += "\n";
    }
    return all;
  }

  std::unique_ptr<store::ObjectStore> data_;
  std::string complaint_;
  std::string question_;
  bool finished_ = false;
};

TEST_F(LabellingTest, EachItemIsStoredWhenItsLastQuestionIsAnswered) {
  EXPECT_EQ(after("y1n3?"), "a yes deal\nb no other\n");
  EXPECT_FALSE(finished_);
}

TEST_F(LabellingTest, TheWalkEndsAfterTheLastItem) {
  EXPECT_EQ(after("y1n2?3"), "a yes deal\nb no approval\nc ? other\n");
  EXPECT_TRUE(finished_);
  EXPECT_EQ(question_, "");
}

TEST_F(LabellingTest, AnAlternativeStandsBesideTheType) {
  EXPECT_EQ(after("ya3a21"), "a yes deal or other or approval\n");
}

TEST_F(LabellingTest, UndoTakesBackOneAnswerAfterTheOther) {
  EXPECT_EQ(after("yu"), "");
  EXPECT_EQ(after("y1u"), "");
  EXPECT_EQ(after("y1n2uu"), "");
  EXPECT_EQ(after("y1yun3"), "a yes deal\nb no other\n");
}

TEST_F(LabellingTest, UndoWithoutAnAnswerIsTold) {
  EXPECT_EQ(after("u"), "");
  EXPECT_EQ(complaint_, "nothing to undo");
}

TEST_F(LabellingTest, ASkippedItemIsAskedForAgainNextTime) {
  EXPECT_EQ(after("sy1q"), "b yes deal\n");
  EXPECT_EQ(after("n2"), "b yes deal\na no approval\n");
  EXPECT_NE(question_.find("Title of c"), std::string::npos) << question_;
}

TEST_F(LabellingTest, QuitKeepsWhatWasAnsweredAndResumesThere) {
  EXPECT_EQ(after("y1nq"), "a yes deal\n");
  EXPECT_TRUE(finished_);
  after("");
  EXPECT_NE(question_.find("Title of b"), std::string::npos) << question_;
}

TEST_F(LabellingTest, AKeyWithoutMeaningChangesNothing) {
  EXPECT_EQ(after("1y9"), "");
  EXPECT_EQ(complaint_, "'9' means nothing here");
  EXPECT_NE(question_.find("1 deal"), std::string::npos);
}

TEST_F(LabellingTest, ControlCharactersOfASourceAreNotShown) {
  LabelStore labels(*data_, ClientId("one"));
  ASSERT_TRUE(labels.load().ok());
  Label hostile = item("x");
  hostile.title = "Red \x1b[31m text";
  const Labelling walk({hostile}, {"deal"}, labels);
  EXPECT_EQ(walk.question().find('\x1b'), std::string::npos);
}

TEST_F(LabellingTest, WhatOthersStoredMeanwhileStays) {
  LabelStore mine(*data_, ClientId("one"));
  ASSERT_TRUE(mine.load().ok());
  LabelStore theirs(*data_, ClientId("one"));
  ASSERT_TRUE(theirs.load().ok());
  Label label = item("theirs");
  label.event_type = "deal";
  ASSERT_TRUE(theirs.put(label).ok());
  label.id = "mine";
  ASSERT_TRUE(mine.put(label).ok());
  EXPECT_EQ(stored(), "theirs ? deal\nmine ? deal\n");
  ASSERT_TRUE(theirs.remove("theirs").ok());
  EXPECT_EQ(stored(), "mine ? deal\n");
}

TEST_F(LabellingTest, AFileThatIsNoLabelsIsAnErrorAndStays) {
  ASSERT_TRUE(data_->put("labels/one.jsonl", "no JSON").ok());
  LabelStore labels(*data_, ClientId("one"));
  EXPECT_EQ(labels.load().error().code, ErrorCode::kMalformed);
  EXPECT_EQ(data_->get("labels/one.jsonl")->bytes, "no JSON");
}

}  // namespace
}  // namespace vectora::evaluation
