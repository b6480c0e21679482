//! Raw runs of letters and signs to tokens: runs of signs are cut, what belongs together is joined.

use tokenizers::pipeline::Span as RawSpan;

use super::abbreviations;
use super::{Token, TokenKind};
use crate::span::Span;

/// The tokens of `text` from its raw runs (letters and digits, or signs; white space between).
pub fn tokens(text: &str, raw: &[RawSpan]) -> Vec<Token> {
    let atoms = atoms(text, raw);
    let urls = urls(text);
    let mut urls = urls.as_slice();
    let mut tokens: Vec<Token> = Vec::with_capacity(atoms.len());
    let mut at = 0;
    while at < atoms.len() {
        while let [first, rest @ ..] = urls
            && first.end <= atoms[at].span.start
        {
            urls = rest;
        }
        let (kind, count) = match urls.first() {
            Some(url) if url.start <= atoms[at].span.start => (
                TokenKind::Url,
                atoms[at..].iter().take_while(|atom| atom.span.start < url.end).count(),
            ),
            _ if atoms[at].is_word => word(text, &atoms[at..]),
            _ => sign(text, &atoms[at..], tokens.last()),
        };
        let span = atoms[at].span.hull(atoms[at + count - 1].span);
        tokens.push(Token { span, kind, form: 0 });
        at += count;
    }
    tokens
}

/// What a token is, by its characters.
pub fn kind_of(surface: &str) -> TokenKind {
    match surface.as_bytes() {
        [] => {}
        letters if letters.iter().all(u8::is_ascii_alphabetic) => return TokenKind::Word,
        [sign] if is_punctuation(char::from(*sign)) => return TokenKind::Punctuation,
        _ => {}
    }
    if surface.contains("://") || surface.starts_with("www.") {
        TokenKind::Url
    } else if surface.chars().any(char::is_alphabetic) {
        TokenKind::Word
    } else if surface.chars().any(char::is_numeric) {
        TokenKind::Number
    } else if surface.chars().all(is_punctuation) {
        TokenKind::Punctuation
    } else {
        TokenKind::Symbol
    }
}

/// A run of letters and digits, or a single sign.
#[derive(Clone, Copy)]
struct Atom {
    span: Span,
    is_word: bool,
}

impl Atom {
    fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

fn atoms(text: &str, raw: &[RawSpan]) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(raw.len() + raw.len() / 8);
    for run in raw {
        let span = Span {
            start: run.start,
            end: run.end,
        };
        let first = text.as_bytes()[span.start as usize];
        if first.is_ascii_alphanumeric() || first == b'_' || (first >= 0x80 && !is_sign(span.of(text))) {
            atoms.push(Atom { span, is_word: true });
        } else {
            for (offset, sign) in span.of(text).char_indices() {
                let start = span.start as usize + offset;
                atoms.push(Atom {
                    span: Span::new(start, start + sign.len_utf8()),
                    is_word: false,
                });
            }
        }
    }
    atoms
}

/// Whether a run that begins outside ASCII is one of signs.
fn is_sign(run: &str) -> bool {
    run.chars()
        .all(|c| !c.is_alphanumeric() && (is_punctuation(c) || !unicode_normalization::char::is_combining_mark(c)))
}

/// How many atoms make up the word or number that begins here.
fn word(text: &str, atoms: &[Atom]) -> (TokenKind, usize) {
    let mut count = 1;
    while let Some([link, next]) = glued_pair(atoms, count) {
        let (before, sign, after) = (atoms[count - 1].of(text), link.of(text), next.of(text));
        let digits = ends_in_digit(before) && after.starts_with(|c: char| c.is_ascii_digit());
        let joins = match sign {
            "'" | "’" => !matches!(after, "s" | "S"),
            "." => digits || (is_letter(before) && is_letter(after)) || abbreviations::is_inner(before, after),
            "," | ":" => digits,
            "&" => true,
            _ => false,
        };
        if !joins || !next.is_word {
            break;
        }
        count += 2;
    }
    let span = atoms[0].span.hull(atoms[count - 1].span);
    if takes_point(text, atoms, count, span) {
        count += 1;
    }
    (kind_of(span.of(text)), count)
}

/// Whether the full stop after the word belongs to it: after letters with points, known abbreviations, initials.
fn takes_point(text: &str, atoms: &[Atom], count: usize, span: Span) -> bool {
    let Some(point) = atoms
        .get(count)
        .filter(|point| point.span.start == span.end && point.of(text) == ".")
    else {
        return false;
    };
    let after = atoms.get(count + 1);
    if after.is_some_and(|next| next.span.start == point.span.end && (next.of(text) == "." || next.is_word)) {
        return false;
    }
    let surface = span.of(text);
    let number_follows = after.is_some_and(|next| next.of(text).starts_with(|c: char| c.is_ascii_digit()));
    if abbreviations::needs_number(surface) {
        return number_follows;
    }
    let initial = is_letter(surface) && surface != "I" && surface.starts_with(char::is_uppercase);
    let continues = initial && after.is_some_and(|next| next.of(text).starts_with(char::is_uppercase));
    (count > 1 && surface.split('.').all(is_letter)) || abbreviations::is_known(surface) || continues
}

/// How many atoms make up the sign that begins here.
fn sign(text: &str, atoms: &[Atom], last: Option<&Token>) -> (TokenKind, usize) {
    let surface = atoms[0].of(text);
    if matches!(surface, "'" | "’")
        && let Some(host) = last.filter(|last| last.span.end == atoms[0].span.start && last.kind == TokenKind::Word)
    {
        let next = atoms.get(1);
        let glued = next.filter(|next| next.span.start == atoms[0].span.end);
        if glued.is_some_and(|next| matches!(next.of(text), "s" | "S")) {
            return (TokenKind::Clitic, 2);
        }
        let plural = host.span.of(text).ends_with(['s', 'S', 'x', 'z']);
        if plural && glued.is_none() && next.is_some_and(|next| next.is_word) {
            return (TokenKind::Clitic, 1);
        }
    }
    let repeats = |atom: &Atom, index: usize| atom.of(text) == surface && atom.span.start as usize == atoms[0].span.start as usize + index;
    let run = atoms.iter().enumerate().take_while(|(index, atom)| repeats(atom, *index)).count();
    let count = if matches!(surface, "." | "-") { run.max(1) } else { 1 };
    (kind_of(surface), count)
}

/// The two atoms after the first `count`, where nothing stands between all three.
fn glued_pair(atoms: &[Atom], count: usize) -> Option<[Atom; 2]> {
    let (link, next) = (atoms.get(count)?, atoms.get(count + 1)?);
    (atoms[count - 1].span.end == link.span.start && link.span.end == next.span.start && !link.is_word).then_some([*link, *next])
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

fn is_punctuation(sign: char) -> bool {
    matches!(sign, '!'..='#' | '%'..='*' | ','..='/' | ':' | ';' | '?' | '@' | '['..=']' | '_' | '{' | '}')
        || matches!(
            sign,
            '«' | '»' | '¡' | '¿' | '·' | '§' | '¶' | '•' | '…' | '。' | '、' | '،' | '؛' | '؟'
        )
        || matches!(sign, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3008}'..='\u{3011}')
}

/// Web addresses and e-mail addresses, in order, disjoint; closing punctuation is left out.
fn urls(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut starts: Vec<usize> = memchr::memmem::find_iter(bytes, "://")
        .map(|at| run_start(bytes, at, u8::is_ascii_alphanumeric))
        .collect();
    starts.extend(memchr::memmem::find_iter(bytes, "www.").filter(|&at| at == 0 || !bytes[at - 1].is_ascii_alphanumeric()));
    let mail = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-+".contains(byte);
    starts.extend(
        memchr::memchr_iter(b'@', bytes)
            .filter(|&at| is_mail_host(&bytes[at + 1..]))
            .map(|at| run_start(bytes, at, mail)),
    );
    starts.sort_unstable();
    let mut urls: Vec<Span> = Vec::with_capacity(starts.len());
    for start in starts {
        if urls.last().is_none_or(|last| (last.end as usize) <= start) {
            let end = start
                + text[start..]
                    .find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c))
                    .unwrap_or(text.len() - start);
            let kept = text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', ')', ']', '}']);
            if kept.len() > 4 {
                urls.push(Span::new(start, start + kept.len()));
            }
        }
    }
    urls
}

fn run_start(bytes: &[u8], at: usize, belongs: impl Fn(&u8) -> bool) -> usize {
    at - bytes[..at].iter().rev().take_while(|byte| belongs(byte)).count()
}

/// Whether an at sign is followed by a host with a point inside.
fn is_mail_host(after: &[u8]) -> bool {
    let host = after
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte))
        .count();
    after[..host].iter().skip(1).take(host.saturating_sub(2)).any(|byte| *byte == b'.')
}
