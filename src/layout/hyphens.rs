//! Words broken at a line's end: whether the hyphen belongs to the word.

use rustc_hash::FxHashSet;

use super::lines::{Line, Role};

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
    /// Looks up in `text` what the line-end hyphens among `lines` ask for.
    pub fn gather(text: &str, lines: &[Line]) -> Self {
        let mut wanted = FxHashSet::default();
        for (index, line) in lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.text(text).ends_with(['-', '\u{2010}']))
        {
            let next_in_flow = lines[index + 1..].iter().take(80).find(|next| next.role == Role::Flow);
            for next in lines.get(index + 1).into_iter().chain(next_in_flow) {
                if let Some((head, tail)) = broken_word(line.text(text), next.text(text)) {
                    wanted.extend(
                        [format!("{head}{tail}"), format!("{head}-{tail}"), head.to_owned(), tail.to_owned()]
                            .map(|form| form.to_lowercase()),
                    );
                }
            }
        }
        Self(if wanted.is_empty() { wanted } else { found(text, &wanted) })
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
