//! Names that stand elsewhere in the document without the words that told what they are.

use rustc_hash::FxHashMap;

use super::super::view::Range;
use super::{Name, Reader};
use crate::token::by_form;

/// Adds every other occurrence of the names made so far.
pub(super) fn add(reader: &Reader, made: &mut Vec<Name>) {
    let view = reader.view;
    let mut taken: Vec<Range> = made.iter().map(|name| name.range).collect();
    taken.sort_unstable();
    let mut by_word: FxHashMap<&str, Vec<Name>> = FxHashMap::default();
    for name in made.iter().filter(|name| name.class.is_some() && name.rule != "road") {
        let names = by_word.entry(view.word(name.range.first as usize)).or_default();
        if names.iter().all(|known| view.surface(known.range) != view.surface(name.range)) {
            names.push(*name);
        }
    }
    if by_word.is_empty() {
        return;
    }
    let beginning = by_form(view.tokens, |token| by_word.get(token.span.of(view.text)));
    for number in 0..view.sentences.len() {
        let tokens = view.tokens_of(number);
        for first in tokens.clone() {
            let Some(names) = beginning[view.tokens[first].form as usize] else {
                continue;
            };
            let fitting = names.iter().filter_map(|name| {
                let range = Range::new(first, first + name.range.len() as usize);
                let fits = range.end as usize <= tokens.end && view.surface(range) == view.surface(name.range);
                (fits && stands_alone(reader, range, tokens.end) && is_free(&taken, range)).then_some(Name {
                    range,
                    rule: "repeated",
                    ..*name
                })
            });
            made.extend(fitting.max_by_key(|name| name.range.end));
        }
    }
}

/// Whether no name word touches the range: "Orneta" in "Orneta Holdings" is another name.
fn stands_alone(reader: &Reader, range: Range, end: usize) -> bool {
    let after = range.end as usize;
    after >= end || !reader.is_name_word(after)
}

fn is_free(taken: &[Range], range: Range) -> bool {
    let at = taken.partition_point(|other| other.end <= range.first);
    taken.get(at).is_none_or(|other| other.first >= range.end)
}
