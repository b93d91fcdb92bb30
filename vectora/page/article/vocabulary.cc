#include "vectora/page/article/vocabulary.h"

#include <algorithm>
#include <array>

namespace vectora::page {
namespace {

using namespace meaning;

struct MeaningWords {
  Meanings meaning;
  std::string_view words;
};

// The words of each meaning, in lower case. One word may have several.
constexpr auto kWords = std::to_array<MeaningWords>({
    {kArticle,
     "article articulo artigo artikel beitrag blog blogpost entry hentry news noticia "
     "post pressrelease release story"},
    {kBody,
     "body contenido content contenu conteudo copy corpo corps cuerpo inhalt "
     "paragraphs prose richtext testo text texte texto wysiwyg"},
    {kMain,
     "articlebody articlecontent articletext articulocuerpo artikeltext blogcontent "
     "bodycopy bodytext entrycontent fulltext maintext newsbody newscontent postbody "
     "postcontent storybody storycontent storytext"},
    {kRelated,
     "also further furtherreading headlines inread latest linklist more morefrom "
     "mostpopular mostread mostviewed nextpost nextup outbrain popular prevpost "
     "readalso readmore readnext recent recents recirc recirculation recommendation "
     "recommendations recommended recommends relacionada relacionadas relacionado "
     "relacionados related relatednews relatedposts relateds seealso similar suggested "
     "suggestion suggestions taboola topstories trending upnext verwandt yarpp"},
    {kShare,
     "addthis addtoany bookmark compartilhar compartir facebook follow linkedin "
     "partager pinterest share sharebar sharedaddy sharelinks shares sharing social "
     "sociallinks socialmedia socials socialshare teilen telegram toolbar toolbox "
     "twitter whatsapp"},
    {kComment,
     "comentario comentarios comment commentaires commentary commentlist comments "
     "discussion disqus forum kommentar kommentare reactions replies reply respond"},
    {kAd,
     "ad adbox adcontainer ads adsbygoogle adslot adunit advert advertise "
     "advertisement advertising adverts adwrapper affiliate anzeige anzeigen banner "
     "banners billboard commercial dfp googlead gpt mpu promo promobox promos promoted "
     "promotion publicidad publicite reklama sponsor sponsored sponsors sponsorship "
     "werbung"},
    {kNav,
     "breadcrumb breadcrumbs mainnav menu menus nav navbar navi navigation pagenav "
     "pager pagination paging postnav prevnext sitemap skip submenu subnav tabbar "
     "tableofcontents toc topnav"},
    {kSide,
     "aside complementary factbox infobox leftcol rail rightcol rightcolumn secondary "
     "sidebar sidebars sidebox teaserbox widgetarea"},
    {kFooter,
     "bottombar colophon contentinfo copyright copyrights disclaimer disclaimers foot "
     "footer imprint legal"},
    {kAuthor,
     "auteur author authorbio authorbox authors autor autore autoren bio biography "
     "byline bylines contributor contributors vcard writer"},
    {kMeta,
     "cat categories category cats entrymeta etiquetas keyword keywords kicker meta "
     "metadata metas postinfo postmeta rubrik schlagworte tag tagcloud tagged taglist "
     "tags taxonomy terms topic topics"},
    {kDate,
     "createdate date dateline dates datetime datum fecha newsdate postdate posted "
     "pubdate publication publish publishdate published pubtime time timestamp zeit"},
    {kSignUp,
     "abo abonnement abonnieren cta donate donation donations getsitecontrol leadgen "
     "login mailchimp mailing membership newsletter newsletters optin paywall piano "
     "register registerwall registration regwall sign signin signup subscribe "
     "subscriber subscription subscriptions"},
    {kCaption,
     "bildnachweis bildunterschrift caption captions captiontext credit credits "
     "figcaption imagecaption imagecredit legende photocaption photocredit "
     "photographer wpcaption"},
    {kMedia,
     "audio bild carousel figure foto fotos galleries gallery image images img "
     "infographic lightbox media photo photos picture player playlist podcast slide "
     "slider slides slideshow swiper thumb thumbnail thumbnails video videos"},
    {kConsent,
     "ccpa consent cookie cookiebanner cookieconsent cookielaw cookienotice cookies "
     "didomi dsgvo gdpr onetrust rgpd usercentrics"},
    {kHidden,
     "dialog modal noprint offcanvas offscreen overlay popover popup printonly "
     "rollover screenreader srl tooltip visuallyhidden"},
    {kTitle,
     "articletitle dek entrytitle heading headline posttitle subheading subheadline "
     "subtitle titel title titles titre titulo"},
    {kLead,
     "abstract bajada chapeau chapo deck description entradilla excerpt ingress intro "
     "introduction lead leadtext lede sapo sommario standfirst subheader summary "
     "teasertext vorspann"},
    {kTeaser, "archive listing listings promo teaser teasers tile tiles"},
    {kHeader, "banner branding head header logo masthead sitename topbar"},
    {kEvent, "agenda calendar event events schedule termine veranstaltung webinar webinars"},
    {kModified,
     "actualizado aktualisiert lastmodified lastupdate lastupdated modified update "
     "updated"},
});

class WordTable {
 public:
  WordTable() {
    for (const MeaningWords& group : kWords) {
      std::string_view rest = group.words;
      while (!rest.empty()) {
        const size_t space = std::min(rest.find(' '), rest.size());
        slot_of(rest.substr(0, space)).add(rest.substr(0, space), group.meaning);
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    }
  }

  Meanings meanings_of(std::string_view word) const {
    for (size_t i = hash(word);; ++i) {
      const Slot& slot = slots_[i % kSlots];
      if (slot.word == word) return slot.meanings;
      if (slot.word.empty()) return 0;
    }
  }

 private:
  struct Slot {
    std::string_view word;
    Meanings meanings = 0;

    void add(std::string_view its_word, Meanings its_meaning) {
      word = its_word;
      meanings |= its_meaning;
    }
  };

  static size_t hash(std::string_view word) {
    size_t out = 0;
    for (const char c : word) out = out * 131 + static_cast<unsigned char>(c);
    return out ^ (out >> 11);
  }

  Slot& slot_of(std::string_view word) {
    for (size_t i = hash(word);; ++i) {
      Slot& slot = slots_[i % kSlots];
      if (slot.word == word || slot.word.empty()) return slot;
    }
  }

  static constexpr size_t kSlots = 2048;  // some four times the words there are

  std::array<Slot, kSlots> slots_;
};

Meanings meanings_of_word(std::string_view word) {
  static const WordTable kTable;
  return kTable.meanings_of(word);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

constexpr size_t kMaxNames = 400;  // bytes of one attribute that are read
constexpr size_t kMaxWord = 24;

// "article" and "body" in one name say more than each alone.
Meanings combined(Meanings found) {
  const bool whole_text = (found & kArticle) != 0 && (found & kBody) != 0;
  constexpr Meanings kApart = kRelated | kShare | kComment | kAd | kNav | kSide | kFooter |
                              kAuthor | kMeta | kDate | kSignUp | kCaption | kMedia | kHidden |
                              kTitle | kTeaser | kHeader;
  constexpr Meanings kOfOthers = kRelated | kShare | kComment | kAd | kNav | kSignUp | kCaption;
  if ((found & kOfOthers) != 0) return found & ~kMain;
  return whole_text && (found & kApart) == 0 ? found | kMain : found;
}

// Cuts names into words at separators and at changes to upper case.
class NameReader {
 public:
  // `names` as in class="...", white space between them.
  Meanings read(std::string_view names) {
    names = names.substr(0, kMaxNames);
    Meanings all = 0;
    size_t begin = names.find_first_not_of(kSpace);
    while (begin != std::string_view::npos) {
      const size_t end = std::min(names.find_first_of(kSpace, begin), names.size());
      const std::string_view name = names.substr(begin, end - begin);
      if (says_what(name)) all |= read_one(name);
      begin = names.find_first_not_of(kSpace, end);
    }
    return all;
  }

 private:
  // Utility classes, whose names describe looks ("md:hidden", "text-[2rem]"), and
  // those that say what an element has or lacks ("has-sidebar", "no-comments",
  // "text-with-image") do not say what it is.
  static bool says_what(std::string_view name) {
    if (name.find_first_of(":[/") != std::string_view::npos) return false;
    for (const std::string_view prefix :
         {"has-", "has_", "no-", "no_", "with-", "with_", "is-", "tag-", "category-", "is_"}) {
      if (name.starts_with(prefix)) return false;
    }
    return name.find("-with-") == std::string_view::npos &&
           name.find("_with_") == std::string_view::npos;
  }

  static constexpr std::string_view kSpace = " \t\r\n";

  Meanings read_one(std::string_view name) {
    if (name == "hidden" || name == "hide" || name == "invisible") return kHidden;
    found_ = 0;
    size_ = previous_ = 0;
    for (size_t i = 0; i < name.size(); ++i) {
      const char c = name[i];
      if (is_upper(c) && i > 0 && is_lower(name[i - 1])) end_word();
      if (!is_upper(c) && !is_lower(c) && !is_digit(c)) {
        end_word();
      } else if (size_ < word_.size()) {
        word_[size_++] = lower(c);
      }
    }
    end_word();
    return combined(found_);
  }

  // Looks a word up, alone and joined to the one before: "sign-in" is "signin".
  // Numbers behind a word count it only: "sidebar2".
  void end_word() {
    if (size_ == previous_) return;
    size_t end = size_;
    while (end > previous_ && is_digit(word_[end - 1])) --end;
    const std::string_view both(word_.data(), end);
    const std::string_view word = both.substr(previous_);
    if (word.size() > 1) found_ |= meanings_of_word(word);
    if (previous_ > 1 && word.size() > 1) found_ |= meanings_of_word(both);
    std::ranges::copy(word, word_.begin());
    size_ = previous_ = word.size();
  }

  std::array<char, 2 * kMaxWord> word_{};  // the previous word and the current one
  size_t size_ = 0;
  size_t previous_ = 0;
  Meanings found_ = 0;
};

}  // namespace

Meanings meanings_of_name(std::string_view name) { return NameReader().read(name); }

// The id of a heading or paragraph is made of its own words.
bool has_id_of_words(Tag tag) { return is_heading(tag) || tag == Tag::kP || tag == Tag::kA; }

Meanings meanings_of(const Dom& dom, NodeId element) {
  Meanings out = 0;
  for (const Attribute* a = dom.attributes_begin(element); a != dom.attributes_end(element); ++a) {
    const bool named = a->name == "class" ||
                       (a->name == "id" && !has_id_of_words(dom.tag(element))) ||
                       a->name == "role" || a->name == "itemprop" || a->name == "data-testid" ||
                       a->name == "data-component" || a->name == "aria-label";
    if (named) out |= meanings_of_name(a->value);
  }
  return out;
}

}  // namespace vectora::page
