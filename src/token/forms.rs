//! Distinct spellings: what a stage must know of a word it asks once for each, not once a token.

use rustc_hash::FxHashMap;

use super::Token;
use crate::memo::Key;

/// Numbers the spellings of the tokens of `text`.
pub(super) fn number(text: &str, tokens: &mut [Token]) {
    let mut short: FxHashMap<Key, u32> = FxHashMap::default();
    let mut long: FxHashMap<&str, u32> = FxHashMap::default();
    short.reserve(tokens.len() / 2);
    let mut fresh = 0;
    for token in tokens {
        let spelling = token.span.of(text);
        token.form = match Key::of(spelling.as_bytes()) {
            Some(key) => *short.entry(key).or_insert(fresh),
            None => *long.entry(spelling).or_insert(fresh),
        };
        fresh += u32::from(token.form == fresh);
    }
}

/// What is known about each spelling, by [`Token::form`]: `find` is asked once, with the first token of that spelling.
pub fn by_form<T>(tokens: &[Token], mut find: impl FnMut(&Token) -> T) -> Vec<T> {
    let mut facts = Vec::new();
    for token in tokens {
        if token.form as usize == facts.len() {
            facts.push(find(token));
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::super::Tokenizer;
    use super::by_form;

    #[test]
    fn tokens_spelled_alike_have_one_number() {
        let text = "The state of the state: extraterritoriality, The extraterritoriality.";
        let tokens = Tokenizer::builtin().tokenize(text);
        let numbers: Vec<u32> = tokens.iter().map(|token| token.form).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 1, 4, 5, 6, 0, 5, 7]);
        let spellings = by_form(&tokens, |token| token.span.of(text));
        assert_eq!(spellings, ["The", "state", "of", "the", ":", "extraterritoriality", ",", "."]);
    }
}
