//! Tokens and sentences: cases as data, properties for any text.

use briefscope::document::{Block, BlockKind, Document, Head, SourceMap};
use briefscope::span::Span;
use briefscope::token::{TokenKind, Tokenizer, sentences};
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases::load;

#[derive(Deserialize)]
struct Case {
    name: String,
    /// Expected sentences end at a vertical bar; expected tokens are separated by a middle dot.
    text: String,
}

/// A document of one paragraph.
fn paragraph(text: &str) -> Document {
    let block = Block {
        kind: BlockKind::Body,
        span: Span::new(0, text.len()),
        page: None,
        section: None,
    };
    Document {
        head: Head::default(),
        source_text: text.to_owned(),
        text: text.to_owned(),
        blocks: vec![block],
        sections: Vec::new(),
        source_map: SourceMap::default(),
    }
}

#[test]
fn sentences_end_where_the_bars_stand() {
    for Case { name, text } in load("sentences", |case: &Case| &case.name) {
        let plain = text.replace('|', "");
        let document = paragraph(&plain);
        let tokens = Tokenizer::builtin().tokenize(&plain);
        let mut marked = String::new();
        let mut at = 0;
        for sentence in sentences(&document, &tokens) {
            marked.push_str(&plain[at..sentence.span.end as usize]);
            marked.push('|');
            at = sentence.span.end as usize;
        }
        let wanted = text.strip_suffix('|').unwrap_or(&text);
        let got = marked.strip_suffix('|').unwrap_or(&marked);
        assert_eq!(got, wanted, "tests/cases/sentences.toml, case {name:?}");
    }
}

#[test]
fn tokens_are_cut_where_the_dots_stand() {
    for Case { name, text } in load("tokens", |case: &Case| &case.name) {
        let plain = text.replace('·', "");
        let tokens = Tokenizer::builtin().tokenize(&plain);
        let marked: Vec<&str> = tokens.iter().map(|token| token.span.of(&plain)).collect();
        let wanted: Vec<&str> = text.split(['·', ' ']).filter(|piece| !piece.is_empty()).collect();
        assert_eq!(marked, wanted, "tests/cases/tokens.toml, case {name:?}");
    }
}

proptest! {
    #[test]
    fn tokens_and_gaps_rebuild_any_text(text in "\\PC*|[a-zA-Z0-9 .,'’:/@-]*") {
        let tokens = Tokenizer::builtin().tokenize(&text);
        let mut at = 0;
        for token in &tokens {
            let span = token.span.range();
            prop_assert!(at <= span.start && span.start < span.end && span.end <= text.len());
            prop_assert!(text[at..span.start].chars().all(char::is_whitespace), "lost {:?}", &text[at..span.start]);
            at = span.end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace), "lost {:?}", &text[at..]);
    }

    #[test]
    fn every_token_is_in_exactly_one_sentence(text in "[A-Za-z0-9 .,!?'’()\\[\\]:•-]*") {
        let document = paragraph(&text);
        let tokens = Tokenizer::builtin().tokenize(&text);
        let mut next = 0;
        for sentence in sentences(&document, &tokens) {
            prop_assert_eq!(sentence.first_token, next);
            prop_assert!(sentence.end_token > next);
            next = sentence.end_token;
        }
        prop_assert_eq!(next as usize, tokens.len());
    }
}

#[test]
fn a_users_tokenizer_cuts_instead_of_ours() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tokenizer.json");
    let file = |pre: &str| {
        format!(
            r#"{{"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,"pre_tokenizer":{pre},
            "post_processor":null,"decoder":null,"model":{{"type":"WordLevel","vocab":{{"[UNK]":0}},"unk_token":"[UNK]"}}}}"#
        )
    };
    std::fs::write(&path, file(r#"{"type":"WhitespaceSplit"}"#)).unwrap();
    let tokens = Tokenizer::from_file(&path).unwrap().tokenize("The U.S.-led coalition, 2021.");
    let surfaces: Vec<&str> = tokens.iter().map(|token| token.span.of("The U.S.-led coalition, 2021.")).collect();
    assert_eq!(surfaces, ["The", "U.S.-led", "coalition,", "2021."]);
    assert!(tokens.iter().all(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)));
    for (pre, reason) in [
        ("null", "missing"),
        (
            r#"{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}"#,
            "ByteLevel",
        ),
    ] {
        std::fs::write(&path, file(pre)).unwrap();
        let error = Tokenizer::from_file(&path).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(error.contains(reason), "{pre}: {error:?}");
    }
}
