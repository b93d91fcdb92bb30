#include "vectora/text/date/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "vectora/base/utf8.h"
#include "vectora/text/fold_table.h"

namespace vectora::text {
namespace {

// One line a month, every language in it: names, inflected forms, abbreviations.
constexpr std::string_view kMonthNames[] = {
    R"(january xaneiro xan oca jaan јануар јануари ינואר בינואר জানু ژانویه มกราคม janvāris
       januarie sausio jaanuar siječnja jan janvier janv januar jänner jän januari enero ene
       gennaio gen janeiro tammikuu tammikuuta tammi styczeń stycznia sty январь января янв
       leden ledna led ianuarie ian január januára ocak січень січня січ януари gener
       ιανουάριος ιανουαρίου ιαν জানুয়ারি জানুয়ারী يناير जनवरी)",
    R"(february febreiro şub veebr лют фебруар פברואר בפברואר ফেব फ़रवरी กุมภาพันธ์ februāris
       februarie vasario veebruar veljače feb febr février févr fév februar feber februari
       febrero fevereiro fev febbraio helmikuu helmikuuta helmi luty lutego lut февраль
       февраля фев февр únor února úno február februára şubat лютий лютого февруари febrer
       φεβρουάριος φεβρουαρίου φεβ ফেব্রুয়ারি ফেব্রুয়ারী فبراير फरवरी)",
    R"(march mac març מרץ במרץ มีนาคม marts maret kovo märts ožujka mar mars märz mrz maerz
       marzo março maart mrt maaliskuu maaliskuuta maalis marzec marca март марта мар březen
       března martie marec március mart березень березня бер μάρτιος μαρτίου μαρ মার্চ مارس
       मार्च)",
    R"(april aprīlis אפריל באפריל เมษายน апр balandžio aprill travnja apr avril avr abril abr
       aprile huhtikuu huhtikuuta huhti kwiecień kwietnia kwi апрель апреля duben dubna dub
       aprilie apríl apríla április nisan квітень квітня квіт април απρίλιος απριλίου απρ
       এপ্রিল أبريل अप्रैल)",
    R"(may maj мај μάι מאי במאי พฤษภาคม maijs gegužės svibnja mai mayo maggio mag maio mei
       maja toukokuu toukokuuta touko май мая květen května kvě máj mája május mayıs травень
       травня трав maig μάιος μαΐου মে مايو मई)",
    R"(june iun xuño xuñ junij јун јуни יוני ביוני มิถุนายน jūnijs haz junie birželio juuni
       lipnja jun juin juni junio giugno giu junho kesäkuu kesäkuuta kesä czerwiec czerwca
       cze июнь июня июн červen června čvn iunie jún júna június haziran червень червня черв
       юни juny ιούνιος ιουνίου ιουν জুন يونيو जून)",
    R"(july juill iul xullo xul julai julij јул јули יולי ביולי กรกฎาคม jūlijs tem julie
       liepos juuli srpnja jul juillet juil juli julio luglio lug julho heinäkuu heinäkuuta
       heinä lipiec lipca lip июль июля июл červenec července čvc iulie júl júla július
       temmuz липень липня лип юли juliol ιούλιος ιουλίου ιουλ জুলাই يوليو जुलाई)",
    R"(august augusti agu ağu avgust avg ogos ágú אוגוסט באוגוסט สิงหาคม augusts agustus
       ágúst rugpjūčio kolovoza aug août aoû agosto ago augustus elokuu elokuuta elo sierpień
       sierpnia sie август августа авг srpen srpna srp augusta augusztus ağustos серпень
       серпня серп agost αύγουστος αυγούστου αυγ আগস্ট أغسطس अगस्त)",
    R"(september szept eyl вер септембар септември ספטמבר בספטמבר กันยายน septembris rugsėjo
       rujna sep sept septembre septiembre setiembre settembre set setembro syyskuu syyskuuta
       syys wrzesień września wrz сентябрь сентября сен сент září zář septembrie septembra
       szeptember eylül вересень вересня верес setembre σεπτέμβριος σεπτεμβρίου σεπ σεπτ
       সেপ্টেম্বর سبتمبر सितंबर)",
    R"(october eki oktobar октобар אוקטובר באוקטובר ตุลาคม oktobris अक्टू spalio oktoober oct
       octobre oktober okt octubre ottobre ott outubro out lokakuu lokakuuta loka październik
       października paź октябрь октября окт říjen října říj octombrie október októbra ekim
       жовтень жовтня жовт октомври οκτώβριος οκτωβρίου οκτ অক্টোবর أكتوبر अक्टूबर)",
    R"(november kas новембар נובמבר בנובמבר พฤศจิกายน novembris lapkričio studenoga studenog
       nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopada
       listopadu lis ноябрь ноября ноя нояб noiembrie novembra kasım листопад листопада лист
       ноември νοέμβριος νοεμβρίου νοε নভেম্বর نوفمبر नवंबर)",
    R"(december ara dets disember dis децембар декември דצמבר בדצמבר ธันวาคม decembris
       gruodžio detsember prosinca dec décembre déc dezember dez diciembre dic dicembre
       dezembro desember des joulukuu joulukuuta joulu grudzień grudnia gru декабрь декабря
       дек prosinec prosince decembrie decembra aralık грудень грудня груд desembre
       δεκέμβριος δεκεμβρίου δεκ ডিসেম্বর ديسمبر दिसंबर)",
};

// Monday first.
constexpr std::string_view kDayNames[] = {
    R"(monday mon lundi lun montag mo lunes lunedì segunda seg maandag ma måndag mån mandag man
       maanantai maanantaina poniedziałek pon понедельник пн pondělí po δευτέρα δευ)",
    R"(tuesday tue tues mardi mar dienstag di die martes martedì terça ter dinsdag tisdag tis
       tirsdag tir tiistai tiistaina ti wtorek wt вторник вт úterý út τρίτη τρι)",
    R"(wednesday wed weds mercredi mer mittwoch mi mit miércoles mié mie mercoledì quarta qua
       woensdag wo onsdag ons keskiviikko keskiviikkona ke środa śr среда ср středa st τετάρτη
       τετ)",
    R"(thursday thu thur thurs jeudi jeu donnerstag do don jueves jue giovedì gio quinta qui
       donderdag torsdag tor tors torstai torstaina to czwartek czw четверг чт čtvrtek čt
       πέμπτη πεμ)",
    R"(friday fri vendredi ven freitag fr fre viernes vie venerdì sexta sex vrijdag vr fredag
       perjantai perjantaina pe piątek pt пятница пт pátek pá παρασκευή παρ)",
    R"(saturday sat samedi sam samstag sa sonnabend sábado sáb sab sabato zaterdag za lördag
       lör lørdag lør lauantai lauantaina la sobota sob суббота сб so σάββατο σαβ)",
    R"(sunday sun dimanche dim sonntag so son domingo dom domenica zondag zo söndag sön søndag
       søn sunnuntai sunnuntaina su niedziela niedz воскресенье вс neděle ne κυριακή κυρ)",
};

struct RoleWords {
  DateRole role;
  int16_t value;
  std::string_view words;
};

constexpr RoleWords kRoleWords[] = {
    {DateRole::kLink, 0, "of de del di do da the le el il den der dem du d' des la on"},
    {DateRole::kYearWord, 0, "г года год р року m gada"},
    {DateRole::kMonthMark, 0, "tháng"},
    {DateRole::kAt, 0, "at à um kl klo alle às ore om o в um los las ób αt @"},
    {DateRole::kOrdinal, 0, "st nd rd th er re e o ème eme ième ieme os º ª"},
    {DateRole::kAm, 0, "am μμ πμ"},
    {DateRole::kPm, 12, "pm"},
    {DateRole::kHour, 0, "h hrs uhr heures hr"},
    {DateRole::kUnit, kMinutes,
     "minute minutes min mins minuten minutos minuto minuti minuut minuter minutter minuutti "
     "minuuttia minut minuty минут минуты минуту мин second seconds sec secs sekunden secondes "
     "segundos secondi seconden sekunder sekunnin sekunttia секунд секунды"},
    {DateRole::kUnit, kHours,
     "hour hours heure stunde stunden hora horas ora uur timmar timme timer time tuntia tunti "
     "tunnin godzin godziny godzinę часов часа час"},
    {DateRole::kUnit, kDays,
     "day days d jour jours tag tage tagen día días dia dias giorno giorni dag dagen dagar dage "
     "dager päivä päivää päivän dzień dni dnia день дня дней dny dnů"},
    {DateRole::kUnit, kWeeks,
     "week weeks wk wks w semaine semaines woche wochen semana semanas settimana settimane weken "
     "vecka veckor uge uger uke uker viikko viikkoa viikon tydzień tygodnie tygodni неделю недели "
     "недель týdny týdnem"},
    {DateRole::kUnit, kMonths,
     "month months mois monat monate monaten mes meses mese mesi mês maand maanden månad månader "
     "måned måneder kuukausi kuukautta kuukauden miesiąc miesiące miesięcy месяц месяца месяцев"},
    {DateRole::kUnit, kYears,
     "year years yr yrs ans année années jahr jahre jahren año años anno anni ano anos jaar år "
     "vuosi vuotta vuoden rok lata лет год"},
    {DateRole::kRelativeDay, 0,
     "today aujourdhui heute hoy oggi hoje vandaag idag dziś dzisiaj сегодня dnes tänään"},
    {DateRole::kRelativeDay, -1,
     "yesterday hier gestern ayer ieri ontem gisteren igår igar eilen wczoraj вчера včera"},
    {DateRole::kRelativeDay, -2, "avanthier vorgestern anteayer позавчера toissapäivänä"},
    {DateRole::kCount, 1,
     "a an one un une ein eine einem einer uno una um uma een en ett et один одну"},
    {DateRole::kCount, 2, "two deux zwei dos due dois twee två to kaksi dwa два две"},
    {DateRole::kCount, 3, "three trois drei tres tre três drie kolme trzy три"},
    {DateRole::kCount, 4, "four quatre vier cuatro quattro quatro fyra fire"},
    {DateRole::kCount, 5, "five cinq fünf cinco cinque vijf fem"},
};

constexpr std::string_view kAgoAfter =
    "ago sedan siden fa atrás geleden sitten temu назад früher earlier тому";
constexpr std::string_view kAgoBefore = "il vor hace há för for před";

// 年 and its like are marks of the scanner; these are whole words.
struct EastAsian {
  std::string_view text;
  DateWord word;
};

DateWord role_word(DateRole role, int16_t value) {
  DateWord word;
  word.role = role;
  word.value = value;
  return word;
}

const std::vector<EastAsian>& east_asian_words() {
  static const std::vector<EastAsian> kList = {
      {"民國", role_word(DateRole::kEra, 0)},
      {"民国", role_word(DateRole::kEra, 0)},
      {"平成", role_word(DateRole::kEra, 1)},
      {"令和", role_word(DateRole::kEra, 2)},
      {"오전", role_word(DateRole::kAm, 0)},
      {"오후", role_word(DateRole::kPm, 12)},
      {"上午", role_word(DateRole::kAm, 0)},
      {"下午", role_word(DateRole::kPm, 12)},
      {"午前", role_word(DateRole::kAm, 0)},
      {"午後", role_word(DateRole::kPm, 12)},
      {"刚刚", role_word(DateRole::kRelativeDay, 0)},
      {"今天", role_word(DateRole::kRelativeDay, 0)},
      {"今日", role_word(DateRole::kRelativeDay, 0)},
      {"오늘", role_word(DateRole::kRelativeDay, 0)},
      {"昨天", role_word(DateRole::kRelativeDay, -1)},
      {"昨日", role_word(DateRole::kRelativeDay, -1)},
      {"어제", role_word(DateRole::kRelativeDay, -1)},
      {"前天", role_word(DateRole::kRelativeDay, -2)},
      {"一昨日", role_word(DateRole::kRelativeDay, -2)},
      {"秒前", role_word(DateRole::kUnitAgo, kMinutes)},
      {"分钟前", role_word(DateRole::kUnitAgo, kMinutes)},
      {"分鐘前", role_word(DateRole::kUnitAgo, kMinutes)},
      {"分前", role_word(DateRole::kUnitAgo, kMinutes)},
      {"분 전", role_word(DateRole::kUnitAgo, kMinutes)},
      {"분전", role_word(DateRole::kUnitAgo, kMinutes)},
      {"小时前", role_word(DateRole::kUnitAgo, kHours)},
      {"小時前", role_word(DateRole::kUnitAgo, kHours)},
      {"時間前", role_word(DateRole::kUnitAgo, kHours)},
      {"시간 전", role_word(DateRole::kUnitAgo, kHours)},
      {"시간전", role_word(DateRole::kUnitAgo, kHours)},
      {"天前", role_word(DateRole::kUnitAgo, kDays)},
      {"日前", role_word(DateRole::kUnitAgo, kDays)},
      {"일 전", role_word(DateRole::kUnitAgo, kDays)},
      {"일전", role_word(DateRole::kUnitAgo, kDays)},
      {"周前", role_word(DateRole::kUnitAgo, kWeeks)},
      {"週前", role_word(DateRole::kUnitAgo, kWeeks)},
      {"週間前", role_word(DateRole::kUnitAgo, kWeeks)},
      {"주 전", role_word(DateRole::kUnitAgo, kWeeks)},
      {"주전", role_word(DateRole::kUnitAgo, kWeeks)},
      {"个月前", role_word(DateRole::kUnitAgo, kMonths)},
      {"個月前", role_word(DateRole::kUnitAgo, kMonths)},
      {"か月前", role_word(DateRole::kUnitAgo, kMonths)},
      {"ヶ月前", role_word(DateRole::kUnitAgo, kMonths)},
      {"개월 전", role_word(DateRole::kUnitAgo, kMonths)},
      {"년 전", role_word(DateRole::kUnitAgo, kYears)},
      {"年前", role_word(DateRole::kUnitAgo, kYears)},
  };
  return kList;
}

std::string fold_word(std::string_view word) {
  std::string folded;
  FoldBuffer buffer;
  for (size_t at = 0; at < word.size();) folded += folded_form(next_code_point(word, at), buffer);
  return folded;
}

template <class Action>
void for_each_word(std::string_view list, Action action) {
  while (!list.empty()) {
    const size_t end = std::min(list.find_first_of(" \n"), list.size());
    if (end > 0) action(fold_word(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// Sorted by text; entries of the same text are merged into one.
class Words {
  using Entry = std::pair<std::string, DateWord>;

  template <class Entries>
  static auto position(Entries& entries, std::string_view word) {
    return std::lower_bound(entries.begin(), entries.end(), word,
                            [](const Entry& entry, std::string_view wanted) {
                              return entry.first.compare(wanted) < 0;
                            });
  }

 public:
  Words() {
    add_calendar();
    for (const RoleWords& line : kRoleWords) {
      for_each_word(line.words, [&](std::string word) {
        DateWord& entry = entry_of(std::move(word));
        if (entry.role != DateRole::kNone) return;
        entry.role = line.role;
        entry.value = line.value;
      });
    }
    for_each_word(kAgoAfter, [&](std::string word) { entry_of(std::move(word)).ago = true; });
    for_each_word(kAgoBefore,
                  [&](std::string word) { entry_of(std::move(word)).ago_before = true; });
  }

  // Most words of a text are none of ours: a bitmap says so at once.
  const DateWord* find(std::string_view folded) const {
    if (folded.empty() || !known_[trace_of(folded)]) return nullptr;
    const auto at = position(entries_, folded);
    return at != entries_.end() && at->first == folded ? &at->second : nullptr;
  }

 private:
  static size_t trace_of(std::string_view word) {
    const auto byte = [&word](size_t i) { return static_cast<unsigned char>(word[i]); };
    const size_t last = word.size() - 1;
    const size_t mixed = byte(0) * 131 + byte(last / 2) * 31 + byte(last) * 7 + word.size() * 523;
    return mixed % std::tuple_size_v<decltype(known_)>;
  }

  DateWord& entry_of(std::string word) {
    known_[trace_of(word)] = true;
    auto at = position(entries_, word);
    if (at == entries_.end() || at->first != word) {
      at = entries_.emplace(at, std::move(word), DateWord());
    }
    return at->second;
  }

  void add_calendar() {
    for (size_t i = 0; i < std::size(kMonthNames); ++i) {
      const auto month = static_cast<uint8_t>(i + 1);
      for_each_word(kMonthNames[i],
                    [&](std::string word) { entry_of(std::move(word)).month = month; });
    }
    for (size_t i = 0; i < std::size(kDayNames); ++i) {
      const auto weekday = static_cast<uint8_t>(i + 1);
      for_each_word(kDayNames[i],
                    [&](std::string word) { entry_of(std::move(word)).weekday = weekday; });
    }
  }

  std::vector<Entry> entries_;
  std::array<bool, 16381> known_{};
};

}  // namespace

const DateWord* find_date_word(std::string_view folded) {
  static const Words kWords;
  return kWords.find(folded);
}

PrefixWord find_east_asian_word(std::string_view text) {
  PrefixWord best;
  for (const EastAsian& entry : east_asian_words()) {
    if (entry.text.size() > best.size && text.starts_with(entry.text)) {
      best = {&entry.word, entry.text.size()};
    }
  }
  return best;
}

}  // namespace vectora::text
