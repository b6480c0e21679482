//! Aligns the letters of a short form with the words that it may stand for.

/// The byte at which the long form of `short` begins in `window`, which ends with it; `None` where the letters do not fit.
///
/// Every letter of the short form is matched in order, the first at the beginning of a word. First letters of words
/// count most; letters inside a word count little, and words without a matched letter cost, the last one most.
pub(super) fn align(short: &str, window: &str) -> Option<u32> {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let places = Places::new(window);
    let mut best: Vec<Option<(f32, usize)>> = Vec::new();
    for (number, &letter) in letters.iter().enumerate() {
        best = (0..places.all.len()).map(|at| places.extend(&best, number, letter, at)).collect();
        if best.iter().all(Option::is_none) {
            return None;
        }
    }
    let ends = best.iter().enumerate().filter_map(|(at, reached)| {
        let (score, start) = (*reached)?;
        let left = places.words - 1 - places.all[at].word;
        let tail = places.skipped(places.all[at].word + 1, places.words) - if left > 0 { LAST_WORD_MISSED } else { 0.0 };
        Some((score + tail + plural(short, &places, at), start))
    });
    let (score, start) = ends.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    #[expect(clippy::cast_precision_loss, reason = "short forms have a few letters")]
    let fits = score / letters.len() as f32 >= LEAST;
    fits.then(|| with_numbers(window, places.all[start].byte))
}

/// Further to the left over the digits and signs that begin the word: "1,2-dichloroethane".
fn with_numbers(window: &str, letter: u32) -> u32 {
    let before = &window[..letter as usize];
    let kept = before.trim_end_matches(|c: char| !c.is_whitespace() && !c.is_alphabetic() && !"\"“‘(/".contains(c));
    if window[kept.len()..].starts_with(['-', '\'', '’', ')']) {
        letter
    } else {
        u32::try_from(kept.len()).unwrap_or(letter)
    }
}

/// Least mean score of a letter.
const LEAST: f32 = 0.18;
const FIRST_LETTER: f32 = 1.0;
const AFTER_SIGN: f32 = 0.9;
const NEXT_LETTER: f32 = 0.55;
const INSIDE: f32 = 0.35;
/// A letter inside a word whose first letter is not matched.
const INSIDE_UNTOUCHED: f32 = -0.9;
const WORD_MISSED: f32 = 0.7;
const SMALL_WORD_MISSED: f32 = 0.04;
const LAST_WORD_MISSED: f32 = 0.7;

/// "NGOs" for "non-governmental organizations": the plural endings meet.
fn plural(short: &str, places: &Places, at: usize) -> f32 {
    let ends = short.ends_with('s') && short.chars().rev().nth(1).is_some_and(char::is_uppercase);
    if ends && at + 1 == places.all.len() { 0.6 } else { 0.0 }
}

/// One letter or digit of the window.
struct Place {
    letter: char,
    /// The digit for which the word stands that begins here: 2 for "two" and "second".
    digit: Option<char>,
    byte: u32,
    word: usize,
    /// Whether it begins its word.
    first: bool,
    /// Whether a hyphen or the like stands before it inside its word, or it is a capital after a small letter.
    after_sign: bool,
    in_small_word: bool,
}

struct Places {
    all: Vec<Place>,
    words: usize,
    /// Cost of missing the words before each.
    costs: Vec<f32>,
}

impl Places {
    fn new(window: &str) -> Self {
        let mut places = Self {
            all: Vec::new(),
            words: 0,
            costs: vec![0.0],
        };
        for word in window.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
            places.add(word, word.as_ptr() as usize - window.as_ptr() as usize);
        }
        places
    }

    fn add(&mut self, word: &str, start: usize) {
        let mut before = ' ';
        let mut first = true;
        let small = is_small(word);
        for (offset, sign) in word.char_indices() {
            if sign.is_alphanumeric() {
                self.all.push(Place {
                    letter: sign.to_lowercase().next().unwrap_or(sign),
                    digit: if first { digit(word) } else { None },
                    byte: u32::try_from(start + offset).unwrap_or(u32::MAX),
                    word: self.words,
                    first,
                    after_sign: !before.is_alphanumeric() || (before.is_lowercase() && sign.is_uppercase()),
                    in_small_word: small && word.len() > 1,
                });
                first = false;
            }
            before = sign;
        }
        let cost = if small { SMALL_WORD_MISSED } else { WORD_MISSED };
        self.costs.push(self.costs[self.words] - cost);
        self.words += 1;
    }

    /// The (negative) score of missing words `from..to`.
    fn skipped(&self, from: usize, to: usize) -> f32 {
        if from < to { self.costs[to] - self.costs[from] } else { 0.0 }
    }

    /// The best alignment that puts letter `number` at place `at`, with the place of its first letter.
    fn extend(&self, best: &[Option<(f32, usize)>], number: usize, letter: char, at: usize) -> Option<(f32, usize)> {
        let place = &self.all[at];
        if place.letter != letter && place.digit != Some(letter) {
            return None;
        }
        if number == 0 {
            return ((place.first || place.after_sign) && !place.in_small_word)
                .then_some((if place.first { FIRST_LETTER } else { AFTER_SIGN }, at));
        }
        let ways = best[..at].iter().enumerate().filter_map(|(before, reached)| {
            let (score, start) = (*reached)?;
            let earlier = &self.all[before];
            let same = earlier.word == place.word;
            let gain = if place.first {
                FIRST_LETTER
            } else if place.after_sign {
                AFTER_SIGN
            } else if before + 1 == at {
                NEXT_LETTER
            } else if same {
                INSIDE
            } else {
                INSIDE_UNTOUCHED
            };
            Some((score + gain + self.skipped(earlier.word + 1, place.word), start))
        });
        ways.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
    }
}

/// The digit of a number word: "two-dimensional", "Seven".
fn digit(word: &str) -> Option<char> {
    const NUMBERS: [(&str, char); 16] = [
        ("two", '2'),
        ("second", '2'),
        ("three", '3'),
        ("third", '3'),
        ("four", '4'),
        ("fourth", '4'),
        ("five", '5'),
        ("fifth", '5'),
        ("six", '6'),
        ("sixth", '6'),
        ("seven", '7'),
        ("seventh", '7'),
        ("eight", '8'),
        ("eighth", '8'),
        ("nine", '9'),
        ("ninth", '9'),
    ];
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let known = NUMBERS.iter().find(|(name, _)| word[..end].eq_ignore_ascii_case(name));
    known.map(|(_, digit)| *digit)
}

fn is_small(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "of" | "the"
            | "and"
            | "for"
            | "in"
            | "to"
            | "on"
            | "a"
            | "an"
            | "by"
            | "with"
            | "de"
            | "la"
            | "du"
            | "des"
            | "del"
            | "for,"
            | "at"
            | "from"
            | "or"
            | "&"
            | "against"
            | "as"
            | "der"
            | "für"
            | "und"
            | "le"
            | "les"
            | "y"
            | "e"
            | "et"
            | "di"
            | "da"
            | "do"
            | "to,"
            | "under"
    )
}

#[cfg(test)]
mod tests {
    use super::align;

    fn long<'a>(short: &str, window: &'a str) -> Option<&'a str> {
        align(short, window).map(|start| &window[start as usize..])
    }

    #[test]
    fn letters_find_their_words() {
        assert_eq!(
            long("IMU", "fighters of the Islamic Movement of Uzbekistan"),
            Some("Islamic Movement of Uzbekistan")
        );
        assert_eq!(long("QS", "the Taliban's Quetta Shura"), Some("Quetta Shura"));
        assert_eq!(
            long("NGOs", "several non-governmental organizations"),
            Some("non-governmental organizations")
        );
        assert_eq!(long("HuT", "such as Hizb ut-Tahrir"), Some("Hizb ut-Tahrir"));
        assert_eq!(long("G7", "leaders of the Group of Seven"), Some("Group of Seven"));
        assert_eq!(long("3D", "a three-dimensional"), Some("three-dimensional"));
        assert_eq!(long("US", "in the summer"), None);
    }
}
