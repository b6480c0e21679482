//! Words broken at a line's end: whether the hyphen belongs to the word.

use rustc_hash::FxHashSet;

use super::lines::{Line, Role};

/// The spellings that the document itself uses, of those that its line-end hyphens ask for.
#[derive(Debug, Default)]
pub(super) struct Spellings(FxHashSet<u64>);

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
                    wanted.extend([key(&[head, tail]), key(&[head, "-", tail]), key(&[head]), key(&[tail])]);
                }
            }
        }
        Self(if wanted.is_empty() {
            wanted
        } else {
            found(text.as_bytes(), &wanted)
        })
    }

    /// Whether the hyphen between `head` and `tail` is printed within a line too.
    pub fn keeps_hyphen(&self, head: &str, tail: &str) -> bool {
        let has = |parts: &[&str]| self.0.contains(&key(parts));
        let is_name = |part: &str| part.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        if is_name(tail) || (head.len() > 1 && !head.contains(char::is_lowercase)) || head.contains(|c: char| c.is_numeric()) {
            return true;
        }
        if has(&[head, tail]) {
            return false;
        }
        if has(&[head, "-", tail]) || (head.len() > 2 && COMPOUND_ENDS.contains(&tail)) {
            return true;
        }
        let lower = head.to_lowercase();
        if COMPOUND_STARTS.contains(&lower.as_str()) && has(&[tail]) {
            return true;
        }
        let grows = GROWING.contains(&lower.as_str());
        has(&[head]) && !grows && ((has(&[tail]) && head.len() > 3 && tail.len() > 3) || head.len() + tail.len() >= 17)
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// A word's key goes on with `byte`; ASCII capitals count as small letters.
fn step(key: u64, byte: u8) -> u64 {
    (key ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
}

/// The key of the word that `parts` make.
fn key(parts: &[&str]) -> u64 {
    parts.iter().flat_map(|part| part.bytes()).fold(START, step)
}

/// Which of the `wanted` keys belong to words of the text; "non-aligned" counts whole and in its parts.
fn found(text: &[u8], wanted: &FxHashSet<u64>) -> FxHashSet<u64> {
    let mut found = FxHashSet::default();
    let mut keep = |key: u64| {
        if wanted.contains(&key) {
            found.insert(key);
        }
    };
    let (mut word, mut part) = (START, START);
    for (at, &byte) in text.iter().enumerate() {
        // E2 begins the dashes and quotation marks of UTF-8; no letter of a European script.
        let in_mark = byte == 0xE2 || (at > 0 && text[at - 1] == 0xE2) || (at > 1 && text[at - 2] == 0xE2);
        if (byte.is_ascii_alphanumeric() || byte >= 0x80) && !in_mark {
            (word, part) = (step(word, byte), step(part, byte));
            continue;
        }
        let breaks_off = byte == b'-' && !text.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if part != START && !breaks_off {
            keep(part);
        }
        part = START;
        if byte == b'-' && word != START {
            word = step(word, byte);
        } else {
            if word != START && text[at - 1] != b'-' {
                keep(word);
            }
            word = START;
        }
    }
    keep(part);
    keep(word);
    found
}
