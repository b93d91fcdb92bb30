#include "vectora/text/language.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(DetectLanguage, TellsLanguagesByTheirSmallWords) {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"The company announced today that its new plant will open in May.", "en"},
           Case{"Le groupe annonce la signature d’un accord avec une société de Lyon.", "fr"},
           Case{"Das Unternehmen wird die neue Anlage im Mai eröffnen und ist zufrieden.", "de"},
           Case{"La compañía anuncia un acuerdo para el desarrollo de las nuevas dosis.", "es"},
           Case{"La società annuncia che il nuovo stabilimento della rete sarà aperto.", "it"},
           Case{"A empresa anuncia que a nova fábrica não vai abrir em maio, como dito.", "pt"},
           Case{"Het bedrijf opent een nieuwe fabriek in mei en wordt door de markt gevolgd.",
                "nl"},
           Case{"Bolaget meddelar att det nya avtalet är undertecknat och gäller från maj.", "sv"},
           Case{"Selskabet meddeler, at den nye aftale blev underskrevet af begge efter mødet.",
                "da"},
           Case{"Selskapet melder at den nye avtalen ble signert av begge etter møtet.", "no"},
           Case{"Yhtiö ilmoitti että uusi tehdas avataan toukokuussa ja se on myös suuri.", "fi"},
           Case{"Spółka podała, że nowy zakład jest gotowy i zostanie otwarty w maju.", "pl"},
           Case{"Компания объявила об открытии нового завода.", "ru"},
           Case{"회사는 신제품을 발표했다.", "ko"},
           Case{"会社は新製品を発表した。", "ja"},
           Case{"公司宣布推出新产品。", "zh"},
       }) {
    EXPECT_EQ(detect_language(c.text), c.expected) << c.text;
  }
}

TEST(DetectLanguage, SaysNothingRatherThanGuess) {
  for (const char* text : {"", "Acme", "2026-02-03 12:30", "Globex Initech Umbrella",
                           "Компанія оголосила про відкриття її заводу і її ціни",
                           "Η εταιρεία ανακοίνωσε σήμερα", "\xFF\xFE\x80"}) {
    EXPECT_EQ(detect_language(text), "") << text;
  }
}

TEST(DetectLanguage, NeedsLittleOfATitle) {
  EXPECT_EQ(detect_language("Acme announces results of the first trial"), "en");
  EXPECT_EQ(detect_language("Acme : résultats de la première étude dans le diabète"), "fr");
}

}  // namespace
}  // namespace vectora::text
