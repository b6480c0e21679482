//! Layout: cases as data, laws for any text.

use briefscope::document::{Document, Head, Source};
use briefscope::ingest::{RawDocument, Structure};
use briefscope::layout::{Mode, arrange};
use briefscope::span::Span;
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases::load;

#[derive(Deserialize)]
struct Case {
    name: String,
    /// The source; `␌` stands for a form feed, `·` for a blank at a line's end.
    text: String,
    /// A line a block: its kind, a colon, its text.
    blocks: String,
    #[serde(default)]
    markdown: bool,
    #[serde(default)]
    plain: bool,
}

fn document(text: &str, markdown: bool, mode: Mode) -> Document {
    let media_type = if markdown { "text/markdown" } else { "text/plain" }.to_owned();
    let head = Head {
        source: Source {
            media_type,
            ..Source::default()
        },
        ..Head::default()
    };
    let structure = Structure::Lines { content: 0 };
    arrange(
        RawDocument {
            head,
            text: text.to_owned(),
            structure,
        },
        mode,
    )
}

fn shown(document: &Document) -> String {
    let kind = |kind| serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned();
    let lines = document
        .blocks
        .iter()
        .map(|block| format!("{}: {}\n", kind(block.kind), block.span.of(&document.text)));
    lines.collect()
}

#[test]
fn blocks_are_found_as_marked() {
    for Case {
        name,
        text,
        blocks,
        markdown,
        plain,
    } in load("layout", |case: &Case| &case.name)
    {
        let source = text.replace('␌', "\x0c").replace('·', " ");
        let mode = if plain { Mode::Plain } else { Mode::Auto };
        let document = document(&source, markdown, mode);
        assert_eq!(shown(&document), blocks, "tests/cases/layout.toml, case {name:?}");
        check_laws(&document);
    }
}

/// Every character of the text comes from the source, every block stands where it should.
fn check_laws(document: &Document) {
    let text = &document.text;
    for (block, next) in document.blocks.iter().zip(document.blocks.iter().skip(1)) {
        assert_eq!(&text[block.span.end as usize..next.span.start as usize], "\n\n");
    }
    assert_eq!(document.blocks.first().map_or(0, |block| block.span.start), 0);
    assert_eq!(document.blocks.last().map_or(0, |block| block.span.end) as usize, text.len());
    let mut starts = Vec::new();
    for block in &document.blocks {
        let content = block.span.of(text);
        assert_eq!(content, content.trim(), "a block has no white space around it");
        for (offset, c) in content.char_indices() {
            let start = block.span.start as usize + offset;
            let source = document
                .source_map
                .source_of(Span::new(start, start + c.len_utf8()))
                .expect("it comes from somewhere");
            let original = source.of(&document.source_text);
            let is_same = original.chars().eq([c]);
            let is_space = c == ' ' && original.chars().all(char::is_whitespace);
            let is_ligature = original.chars().all(|c| ('\u{FB00}'..='\u{FB06}').contains(&c));
            assert!(is_same || is_space || is_ligature, "{c:?} comes from {original:?}");
        }
        starts.extend(document.source_map.source_of(block.span).map(|hull| hull.start));
    }
    assert!(starts.is_sorted(), "a block stands where its first character stands");
}

/// Every letter of a plain text is in a block.
fn check_nothing_is_lost(document: &Document) {
    for (offset, c) in document.source_text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
        let place = Span::new(offset, offset + c.len_utf8());
        assert!(document.source_map.text_of(place).is_some(), "{c:?} at byte {offset} is lost");
    }
}

/// Pieces that layout has rules for, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "The ministers of both states met in the capital and ",
        "agreed on nothing that matters.",
        "talks",
        "\n",
        "\n",
        "\n\n",
        " \n",
        "\x0c",
        "\r\n",
        "1 ",
        "2 ",
        "3",
        "1. ",
        "2) ",
        "(a) ",
        "• ",
        "- ",
        "* ",
        "[1] ",
        "[2]",
        "¹",
        "²",
        ".1 ",
        ",2 ",
        "________________\n",
        "                                \n",
        "Page 1 of 2",
        "- 3 -",
        "Notes\n",
        "References\n",
        "https://example.org/a-b\n",
        "co-\n",
        "\u{AD}\n",
        "\u{AD}",
        "ﬁnal ",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{A0}",
        "\t",
        "    ",
        "   a   b   c\n",
        "| a | b |\n",
        "|---|---|\n",
        "# ",
        "## Heads\n",
        "===\n",
        "---\n",
        "> ",
        "```\n",
        "**",
        "_",
        "`",
        "[a](b)",
        "![a](b",
        "<b>",
        "\\",
        "[^1]",
        "[^1]: ",
        "TO: ",
        "SUBJECT: x\n",
        "© 2024 ",
        "Table 1. ",
        "Source: ",
        "Contents\n",
        "Intro ..... 3\n",
        "SUMMARY\n",
        "É",
        "中文",
        "𝒳",
        "“",
        "”",
        "’s ",
        "202121 ",
        "2024.3 The ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn laws_hold_for_any_lines(text in pieces()) {
        let auto = document(&text, false, Mode::Auto);
        check_laws(&auto);
        let plain = document(&text, false, Mode::Plain);
        check_laws(&plain);
        check_nothing_is_lost(&plain);
        if !text.contains('#') {
            check_nothing_is_lost(&auto);
        }
        check_laws(&document(&text, true, Mode::Auto));
    }

    #[test]
    fn laws_hold_for_any_text(text in any::<String>()) {
        check_laws(&document(&text, false, Mode::Auto));
        check_nothing_is_lost(&document(&text, false, Mode::Plain));
        check_laws(&document(&text, true, Mode::Auto));
    }
}
