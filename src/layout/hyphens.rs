//! Words broken at a line's end: whether the hyphen belongs to the word.

use rustc_hash::FxHashSet;

use super::chars::is_address;

/// The spellings that the document itself uses, of those that its line-end hyphens ask for.
#[derive(Debug, Default)]
pub(super) struct Spellings(FxHashSet<String>);

/// Second parts of compounds that texts about politics make freely.
const COMPOUND_ENDS: &[&str] = &[
    "led",
    "based",
    "backed",
    "related",
    "wide",
    "driven",
    "run",
    "style",
    "term",
    "made",
    "owned",
    "held",
    "funded",
    "sponsored",
    "linked",
    "level",
    "scale",
    "trained",
    "armed",
    "controlled",
    "affiliated",
    "aligned",
    "free",
    "like",
    "old",
    "year",
    "point",
    "alone",
    "in",
    "up",
    "off",
    "out",
    "to",
    "the",
    "and",
    "by",
    "of",
];

/// First parts that take a hyphen before a word that also stands alone.
const COMPOUND_STARTS: &[&str] = &[
    "non", "anti", "pro", "pre", "post", "self", "ex", "multi", "semi", "quasi", "co", "intra", "trans", "neo", "well", "cross", "high",
    "low", "long", "short",
];

/// Words that others grow from without a hyphen: "under-" in "understand".
const GROWING: &[&str] = &[
    "under", "over", "with", "there", "where", "when", "some", "every", "else", "through", "counter", "inter", "super", "after", "what",
    "then", "here",
];

/// The letters of a word broken by a line-end hyphen, before and after the break.
pub(super) fn broken_word<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let before = before.strip_suffix(['-', '\u{AD}', '\u{2010}'])?;
    let head = &before[before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let tail = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
    (!head.is_empty() && !tail.is_empty()).then_some((head, tail))
}

impl Spellings {
    /// Looks up in `text` what the hyphens between the `breaks` of lines, before and after, ask for.
    pub fn gather<'a>(text: &str, breaks: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut wanted = FxHashSet::default();
        for (head, tail) in breaks.filter_map(|(before, after)| broken_word(before, after)) {
            let forms = [format!("{head}{tail}"), format!("{head}-{tail}"), head.to_owned(), tail.to_owned()];
            wanted.extend(forms.map(|form| form.to_lowercase()));
        }
        Self(if wanted.is_empty() { wanted } else { found(text, &wanted) })
    }

    /// Whether two lines are one word, or words that a dash joins: how many bytes of the first to leave out.
    pub fn glue(&self, before: &str, after: &str) -> Option<u32> {
        if let Some((head, tail)) = broken_word(before, after) {
            let is_soft = before.ends_with('\u{AD}');
            let length = before.chars().next_back().map_or(0, char::len_utf8);
            let keeps = !is_soft && self.keeps_hyphen(head, tail);
            return Some(if keeps { 0 } else { u32::try_from(length).unwrap_or(0) });
        }
        if is_address(before) && is_address(after) {
            return None;
        }
        let dash = before.ends_with(['—', '–', '/', '-']);
        let glued = before
            .trim_end_matches(['—', '–', '/', '-'])
            .ends_with(|c: char| !c.is_whitespace());
        (dash && glued && after.starts_with(char::is_alphanumeric)).then_some(0)
    }

    /// Whether the hyphen between `head` and `tail` is printed within a line too.
    pub fn keeps_hyphen(&self, head: &str, tail: &str) -> bool {
        let has = |form: &str| self.0.contains(&form.to_lowercase());
        let is_name = |part: &str| part.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        if is_name(tail) || (head.len() > 1 && !head.contains(char::is_lowercase)) || head.contains(|c: char| c.is_numeric()) {
            return true;
        }
        if has(&format!("{head}{tail}")) {
            return false;
        }
        if has(&format!("{head}-{tail}")) || (head.len() > 2 && COMPOUND_ENDS.contains(&tail)) {
            return true;
        }
        let lower = head.to_lowercase();
        if COMPOUND_STARTS.contains(&lower.as_str()) && has(tail) {
            return true;
        }
        let grows = GROWING.contains(&lower.as_str());
        has(head) && !grows && ((has(tail) && head.len() > 3 && tail.len() > 3) || head.len() + tail.len() >= 17)
    }
}

/// Which of the `wanted` words stand in `text`, in lower case, hyphens within them kept.
fn found(text: &str, wanted: &FxHashSet<String>) -> FxHashSet<String> {
    let lengths: FxHashSet<usize> = wanted.iter().map(String::len).collect();
    let longest = lengths.iter().max().copied().unwrap_or(0);
    let by_length: Vec<bool> = (0..=longest).map(|length| lengths.contains(&length)).collect();
    let mut found = FxHashSet::default();
    let mut keep = |word: &str| {
        if by_length.get(word.len()).copied().unwrap_or(false) {
            let lower = word.to_lowercase();
            if wanted.contains(&lower) {
                found.insert(lower);
            }
        }
    };
    for word in text.split(|c: char| !(c.is_alphanumeric() || c == '-')) {
        if word.ends_with('-') {
            continue;
        }
        keep(word);
        if word.contains('-') {
            word.split('-').for_each(&mut keep);
        }
    }
    found
}
