//! Markdown within a paragraph: marks of emphasis and code, link targets, footnote references.

use rustc_hash::FxHashSet;

use crate::span::Span;

/// Deeper nesting is taken for literal characters.
const DEEPEST: usize = 32;

/// The stretches of `part` that are markup, in order. `notes` are the labels of the footnotes that exist.
pub(super) fn marks(text: &str, part: Span, notes: &FxHashSet<&str>) -> Vec<Span> {
    let mut scanner = Scanner {
        text,
        bytes: &text.as_bytes()[..part.end as usize],
        notes,
        marks: Vec::new(),
        open: Vec::new(),
        brackets: Vec::new(),
        closing: [None; 2],
    };
    let mut at = part.start as usize;
    while let Some(step) = memchr_any(&scanner.bytes[at..]) {
        at = scanner.mark(at + step, part.start as usize);
    }
    let mut marks = scanner.marks;
    marks.sort_unstable();
    let mut end = 0;
    marks.retain(|mark| {
        let apart = mark.start >= end;
        end = if apart { mark.end } else { end };
        apart
    });
    marks
}

fn memchr_any(bytes: &[u8]) -> Option<usize> {
    bytes
        .iter()
        .position(|byte| matches!(byte, b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'\\' | b'~'))
}

/// A mark of emphasis or code that waits for its partner.
#[derive(Debug, Clone, Copy)]
struct Opener {
    byte: u8,
    length: usize,
    at: usize,
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    notes: &'a FxHashSet<&'a str>,
    marks: Vec<Span>,
    open: Vec<Opener>,
    brackets: Vec<usize>,
    /// Where the next ")" and ">" were last seen: what keeps the scan linear.
    closing: [Option<usize>; 2],
}

impl Scanner<'_> {
    /// Handles the character at `at`; returns where to go on.
    fn mark(&mut self, at: usize, start: usize) -> usize {
        match self.bytes[at] {
            b'\\' => self.escape(at),
            b'[' => {
                if self.brackets.len() < DEEPEST {
                    self.brackets.push(at);
                }
                at + 1
            }
            b']' => self.bracket(at),
            b'<' => self.tag(at),
            _ => self.emphasis(at, start),
        }
    }

    fn remove(&mut self, start: usize, end: usize) {
        self.marks.push(Span::new(start, end));
    }

    fn escape(&mut self, at: usize) -> usize {
        let escapes = self.bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation);
        if escapes {
            self.remove(at, at + 1);
        }
        at + 1 + usize::from(escapes)
    }

    /// The end of a link's text, or of a footnote reference.
    fn bracket(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else { return at + 1 };
        let inside = &self.text[open + 1..at];
        if let Some(label) = inside.strip_prefix('^') {
            if self.notes.contains(label) {
                self.remove(open, at + 1);
            }
            return at + 1;
        }
        let end = match self.bytes.get(at + 1) {
            Some(b'(') => self.closing(0, b')', at + 1).map(|end| end + 1),
            Some(b'[') => self.bytes[at + 2..]
                .iter()
                .take(100)
                .position(|&byte| byte == b']')
                .map(|length| at + 2 + length + 1),
            _ => None,
        };
        let Some(end) = end.filter(|end| end - at < 3000) else {
            return at + 1;
        };
        let is_image = open > 0 && self.bytes[open - 1] == b'!';
        self.remove(open - usize::from(is_image), open + 1);
        self.remove(at, end);
        end
    }

    /// The next `byte` from `from` on.
    fn closing(&mut self, slot: usize, byte: u8, from: usize) -> Option<usize> {
        if self.closing[slot].is_none_or(|seen| seen < from) {
            let next = memchr::memchr(byte, &self.bytes[from..]).map_or(usize::MAX, |length| from + length);
            self.closing[slot] = Some(next);
        }
        self.closing[slot].filter(|&end| end != usize::MAX)
    }

    /// An HTML tag, or an address between angle brackets.
    fn tag(&mut self, at: usize) -> usize {
        let Some(end) = self.closing(1, b'>', at).filter(|end| end - at < 400) else {
            return at + 1;
        };
        let inside = &self.text[at + 1..end];
        if inside.starts_with("http") || inside.starts_with("mailto:") {
            self.remove(at, at + 1);
            self.remove(end, end + 1);
        } else if inside.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) || inside.starts_with('!') {
            self.remove(at, end + 1);
        } else {
            return at + 1;
        }
        end + 1
    }

    /// A run of asterisks, underscores, tildes or backticks.
    fn emphasis(&mut self, at: usize, start: usize) -> usize {
        let byte = self.bytes[at];
        let length = self.bytes[at..].iter().take_while(|&&other| other == byte).count();
        let end = at + length;
        let before = self.text[start..at].chars().next_back().unwrap_or(' ');
        let after = self.text[end..self.bytes.len()].chars().next().unwrap_or(' ');
        if length > 3 || (byte == b'~' && length != 2) {
            return end;
        }
        let within_word = byte == b'_' && before.is_alphanumeric() && after.is_alphanumeric();
        let partner = self.open.iter().rposition(|opener| opener.byte == byte && opener.length == length);
        if let Some(place) = partner.filter(|_| !before.is_whitespace() && !within_word) {
            let opener = self.open[place];
            self.remove(opener.at, opener.at + length);
            self.remove(at, end);
            self.open.truncate(place);
        } else if !after.is_whitespace() && !within_word && self.open.len() < DEEPEST {
            self.open.push(Opener { byte, length, at });
        }
        end
    }
}
