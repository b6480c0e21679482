//! The first lines of a document: title, byline, series, date, the head of a memorandum.

use super::chars::capitals;
use super::lines::Role;
use super::paragraphs::Chunk;
use crate::document::{BlockKind, Metadata};

/// Labels what stands before the text proper.
pub(super) fn label(text: &str, chunks: &mut [Chunk], metadata: &Metadata) {
    let memo = memo_lines(text, chunks);
    let opening = opening(chunks, memo);
    let contents: Vec<String> = opening.iter().map(|&index| chunks[index].text(text)).collect();
    let title = if memo == 0 { title(&contents, metadata) } else { None };
    for (place, (&index, content)) in opening.iter().zip(&contents).enumerate() {
        let block = &mut chunks[index].block;
        if title.as_ref().is_some_and(|title| title.contains(&place)) {
            block.kind = BlockKind::Title;
        } else if is_series(content)
            || is_date(content)
            || is_memo_word(content)
            || (title.as_ref().is_some_and(|title| place < title.start) && is_publisher(content, metadata))
        {
            block.kind = BlockKind::Furniture;
        } else if title.as_ref().is_some_and(|title| place >= title.end) && is_byline(content, metadata) {
            block.kind = BlockKind::Furniture;
        }
    }
}

/// The lines "TO:", "FROM:", "DATE:" are furniture, the subject is the title. Returns how many chunks they are.
fn memo_lines(text: &str, chunks: &mut [Chunk]) -> usize {
    let labels: Vec<(usize, Memo)> = chunks
        .iter()
        .enumerate()
        .take(12)
        .filter_map(|(index, chunk)| Some((index, memo_label(chunk.block.parts.first()?.of(text))?)))
        .collect();
    if labels.len() < 2 {
        return 0;
    }
    for &(index, memo) in &labels {
        chunks[index].block.kind = if memo == Memo::Subject {
            BlockKind::Title
        } else {
            BlockKind::Furniture
        };
    }
    labels.last().map_or(0, |&(index, _)| index + 1)
}

/// A line of a memorandum's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Memo {
    /// Its subject.
    Subject,
    /// Sender, receiver, date.
    Other,
}

/// The line of a memorandum's head that begins with `line`.
pub(super) fn memo_label(line: &str) -> Option<Memo> {
    let (label, rest) = line.split_once(':')?;
    let label = label.trim();
    if rest.trim().is_empty() || label.len() > 16 {
        return None;
    }
    match label.to_lowercase().as_str() {
        "subject" | "re" => Some(Memo::Subject),
        "to" | "from" | "date" | "cc" | "via" | "through" | "memorandum for" | "memorandum to" | "classification" | "reference" => {
            Some(Memo::Other)
        }
        _ => None,
    }
}

fn is_memo_word(content: &str) -> bool {
    [
        "memorandum",
        "memo",
        "briefing note",
        "policy brief",
        "issue brief",
        "policy paper",
        "fact sheet",
        "issue paper",
    ]
    .iter()
    .any(|word| content.eq_ignore_ascii_case(word))
}

/// The chunks of running text before the first paragraph: those that look like headings or furniture.
fn opening(chunks: &[Chunk], from: usize) -> Vec<usize> {
    let flow = chunks.iter().enumerate().skip(from).filter(|(_, chunk)| chunk.role == Role::Flow);
    flow.take_while(|(_, chunk)| matches!(chunk.block.kind, BlockKind::Heading | BlockKind::Furniture))
        .map(|(index, _)| index)
        .take(12)
        .collect()
}

/// Which of the opening lines are the title.
fn title(contents: &[String], metadata: &Metadata) -> Option<std::ops::Range<usize>> {
    if let Some(known) = &metadata.title {
        let known = letters(known);
        let at = contents.iter().position(|content| is_most_of(&letters(content), &known))?;
        let mut end = at + 1;
        while end < contents.len() && known.contains(&letters(&contents[end])) && letters(&contents[at..=end].concat()).len() <= known.len()
        {
            end += 1;
        }
        return Some(at..end);
    }
    let may_be = |content: &String| {
        !is_series(content) && !is_date(content) && !is_section_word(content) && !is_memo_word(content) && !super::looks::is_legal(content)
    };
    let first = contents.iter().position(may_be)?;
    let second = contents[first + 1..].iter().position(may_be).map(|place| first + 1 + place);
    let at = match second {
        Some(second) if is_publisher(&contents[first], metadata) && !is_byline(&contents[second], metadata) => second,
        _ => first,
    };
    (!contents[at].starts_with(|c: char| c.is_ascii_digit() && c != '2' && c != '1') || !contents[at].contains(". ")).then_some(at..at + 1)
}

/// Whether `part` is the title that is known, or its main part.
fn is_most_of(part: &str, known: &str) -> bool {
    !part.is_empty()
        && (part == known
            || (known.starts_with(part) && part.len() * 3 >= known.len())
            || (part.starts_with(known) && known.len() * 2 >= part.len()))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Headings that open a document's first section.
pub(super) fn is_section_word(content: &str) -> bool {
    let bare = content.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    [
        "summary",
        "executive summary",
        "abstract",
        "introduction",
        "overview",
        "background",
        "key points",
        "key findings",
        "key takeaways",
        "at a glance",
        "bottom line",
        "bottom line up front",
        "the issue",
        "highlights",
        "key messages",
        "main points",
        "context",
        "preface",
        "foreword",
    ]
    .contains(&bare.as_str())
}

/// "Policy Brief No. 14", "FACT SHEET No. 7 – May 2025".
pub(super) fn is_series(content: &str) -> bool {
    let lower = content.to_lowercase();
    let kinds = [
        "policy brief",
        "issue brief",
        "fact sheet",
        "factsheet",
        "working paper",
        "policy paper",
        "briefing paper",
        "policy note",
        "policy briefing",
        "research paper",
        "discussion paper",
        "briefing note",
        "commentary",
        "occasional paper",
        "special report",
        "backgrounder",
        "insight",
        "report",
        "brief",
        "paper",
        "bulletin",
    ];
    let numbered = lower.contains("no. ")
        || lower.contains("no ")
        || lower.contains('/')
        || lower.contains('#')
        || lower.contains("issue ")
        || lower.contains("vol");
    let named = kinds
        .iter()
        .any(|kind| lower.contains(kind) && (numbered || (kind.contains(' ') && !content.contains(':'))));
    content.len() <= 110 && content.contains(|c: char| c.is_ascii_digit()) && named && !content.ends_with('.')
}

/// Whether a line between title and text is furniture: series, date, byline.
pub(super) fn is_opening_line(content: &str, metadata: &Metadata) -> bool {
    content.len() <= 160 && (is_series(content) || is_date(content) || is_byline(content, metadata) || is_publisher(content, metadata))
}

/// A line that is nothing but a date.
pub(super) fn is_date(content: &str) -> bool {
    let mut has_year = false;
    let is_part = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        bare.is_empty()
            || bare.bytes().all(|byte| byte.is_ascii_digit())
            || crate::ingest::dates::month(&bare).is_some()
            || [
                "updated",
                "published",
                "date",
                "of",
                "on",
                "released",
                "issued",
                "version",
                "last",
                "st",
                "nd",
                "th",
                "spring",
                "summer",
                "autumn",
                "winter",
            ]
            .contains(&bare.as_str())
    };
    for word in content.split_whitespace() {
        has_year |= word.trim_matches(|c: char| !c.is_ascii_digit()).len() == 4;
        if !is_part(word) {
            return false;
        }
    }
    has_year
}

/// Whether a line names a publishing house: the one that is known, or an institute.
pub(super) fn is_publisher(content: &str, metadata: &Metadata) -> bool {
    let lower = content.to_lowercase();
    let is_known = metadata
        .publisher
        .as_ref()
        .is_some_and(|publisher| letters(content) == letters(publisher));
    let houses = [
        "institute",
        "institution",
        "centre",
        "center",
        "council",
        "forum",
        "foundation",
        "ministry",
        "department",
        "university",
        "research service",
        "think tank",
        "office of",
        "association",
        "society",
        "press release",
        "embassy",
        "committee",
        "commission",
        "permanent mission",
    ];
    is_known || (content.len() <= 90 && !content.contains([':', '?']) && houses.iter().any(|house| lower.contains(house)))
}

/// A line of names: "By …", the authors that are known, or two and more names joined by "and" or commas.
fn is_byline(content: &str, metadata: &Metadata) -> bool {
    if content.len() > 160 || content.contains(['?', ':']) {
        return false;
    }
    if content.starts_with("By ")
        || content.starts_with("by ")
        || metadata
            .authors
            .iter()
            .any(|author| letters(content).contains(&letters(author)) && !letters(author).is_empty())
    {
        return true;
    }
    let names: Vec<&str> = content
        .split([',', ';', '&'])
        .flat_map(|part| part.split(" and ").flat_map(|part| part.split(" AND ")))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    names.len() >= 2 && !content.contains(|c: char| c.is_ascii_digit()) && names.iter().all(|name| is_name(name))
}

/// Two to four words, each with a capital or a particle.
pub(super) fn is_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let particles = ["de", "van", "von", "der", "bin", "al", "da", "del", "la", "le", "di", "el", "dos"];
    let (upper, all) = capitals(name);
    let small = name.split_whitespace().filter(|word| particles.contains(word)).count();
    (2..=4).contains(&words) && upper + small >= all && upper >= 2
}
