//! The language of a text.

use whatlang::Lang;

use crate::document::{Head, Warning};

/// Letters that a text needs before its language is told from it.
const ENOUGH_LETTERS: usize = 100;
/// Bytes that are looked at.
const SAMPLE: usize = 4000;

/// Names the language where the metadata do not, and warns where the lexicons don't cover it.
pub(super) fn identify(head: &mut Head, content: &str) {
    if head.metadata.language.is_none()
        && let Some(language) = detect(content)
    {
        head.metadata.language = Some(language.to_owned());
        head.metadata.inferred.push("language".to_owned());
    }
    let claimed = head.metadata.language.as_deref();
    let message = if let Some(language) = claimed.filter(|language| !is_english(language)) {
        format!("the language is {language:?}; the lexicons are English, so little will be found")
    } else if is_other_script(content) {
        head.metadata.language = None;
        "most of the text is not in Latin letters; the lexicons are English, so little will be found".to_owned()
    } else {
        return;
    };
    head.warnings.push(Warning::new("language_not_covered", message));
}

/// The same for a file whose program claims a language: the text knows better.
pub(super) fn identify_over_claim(head: &mut Head, content: &str) {
    if let Some(language) = detect(content) {
        head.metadata.language = Some(language.to_owned());
    }
    identify(head, content);
}

fn is_english(language: &str) -> bool {
    let language = language.to_lowercase();
    language == "english" || language == "eng" || language.split(['-', '_']).next() == Some("en")
}

/// Whether most letters are of another script than Latin, whatever the language.
fn is_other_script(content: &str) -> bool {
    let (mut n_letters, mut n_latin) = (0, 0);
    for c in content.chars().filter(|c| c.is_alphabetic()).take(SAMPLE) {
        n_letters += 1;
        n_latin += usize::from(c < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&c) || ('\u{FB00}'..'\u{FB07}').contains(&c));
    }
    n_letters >= ENOUGH_LETTERS && n_latin * 2 < n_letters
}

/// The language of `content`, where there is enough of it to tell.
pub(super) fn detect(content: &str) -> Option<&'static str> {
    let head = cut(content, SAMPLE / 4);
    if reads_as_english(head) {
        return Some("en");
    }
    let middle = content.len().saturating_sub(SAMPLE) / 2;
    let sample = cut(content.get(ceil(content, middle)..)?, SAMPLE);
    if sample.chars().filter(|c| c.is_alphabetic()).take(ENOUGH_LETTERS).count() < ENOUGH_LETTERS {
        return None;
    }
    whatlang::detect(sample)
        // What reads as Latin is filler ("lorem ipsum") or too short to tell.
        .filter(|found| found.is_reliable() && found.confidence() > 0.9 && found.lang() != Lang::Lat)
        .map(|found| code(found.lang()))
}

/// A quick yes: English has its small words everywhere, no other language has these.
fn reads_as_english(sample: &str) -> bool {
    let (mut words, mut small) = (0, 0);
    for word in sample.split_ascii_whitespace() {
        words += 1;
        small += usize::from(matches!(
            word,
            "the" | "of" | "and" | "to" | "that" | "The" | "with" | "which" | "has" | "is" | "by"
        ));
    }
    words >= 25 && small * 8 >= words
}

fn cut(text: &str, length: usize) -> &str {
    &text[..ceil(text, length)]
}

/// The first character boundary from `at` on.
fn ceil(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

/// ISO 639-1 where there is one.
fn code(language: Lang) -> &'static str {
    match language {
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jav => "jv",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mkd => "mk",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Sna => "sn",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Tuk => "tk",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Zul => "zu",
    }
}
