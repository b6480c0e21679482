//! Web pages, Word files, books and side-cars: cases as data, packages built here, hostile files.

use std::io::{Cursor, Write};

use briefscope::document::{BlockKind, Document};
use briefscope::ingest::{Failure, Input, MetadataTable, Outcome, Place, ReadOptions, inputs, read};
use briefscope::layout::{Mode, arrange};
use proptest::prelude::*;
use serde::Deserialize;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cases::load;
use crate::pdf;

/// What `{prose}` stands for.
const PROSE: &str = "The two governments met again in the spring, and although neither side had moved, the talks on water, trade and the border went on for three days.";

fn document(file: &str, bytes: Vec<u8>) -> Result<Document, Failure> {
    let input = Input {
        path: file.to_owned(),
        place: Place::Bytes(bytes),
    };
    read(&input, &ReadOptions::default()).remove(0).map(|raw| arrange(raw, Mode::Auto))
}

/// "kind: text" a line, without furniture.
fn shown(document: &Document) -> String {
    let mut lines = String::from("\n");
    for (place, block) in document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind != BlockKind::Furniture)
    {
        let kind = serde_json::to_value(block.kind).unwrap();
        let level = document
            .sections
            .iter()
            .find(|section| section.heading as usize == place)
            .map(|section| format!(" {}", section.level));
        lines += &format!(
            "{}{}: {}\n",
            kind.as_str().unwrap(),
            level.unwrap_or_default(),
            block.span.of(&document.text)
        );
    }
    lines
}

#[derive(Deserialize)]
struct PageCase {
    name: String,
    /// The page; `\xNN` is a byte.
    html: String,
    blocks: String,
    #[serde(default)]
    warnings: Vec<String>,
    metadata: Option<serde_json::Map<String, serde_json::Value>>,
}

/// Bytes of a page, with `\xNN` resolved.
fn page(html: &str) -> Vec<u8> {
    let html = html.replace("{prose}", PROSE);
    let mut pieces = html.split("\\x");
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend(&piece.as_bytes()[2..]);
    }
    bytes
}

#[test]
fn pages_are_read_as_told() {
    for case in load("html", |case: &PageCase| &case.name) {
        let document = document("page.html", page(&case.html)).unwrap();
        let name = &case.name;
        // A blank first line is part of the notation.
        let blocks = format!("\n{}", case.blocks.replace("{prose}", PROSE).trim_start());
        assert_eq!(shown(&document), blocks, "tests/cases/html.toml, case {name:?}");
        let warnings: Vec<&str> = document.head.warnings.iter().map(|warning| warning.code.as_str()).collect();
        assert_eq!(warnings, case.warnings, "tests/cases/html.toml, case {name:?}");
        let known = serde_json::to_value(&document.head.metadata).unwrap();
        for (field, value) in case.metadata.into_iter().flatten() {
            assert_eq!(known[&field], value, "tests/cases/html.toml, case {name:?}, {field}");
        }
    }
}

#[derive(Deserialize)]
struct WordCase {
    name: String,
    body: String,
    #[serde(default)]
    footnotes: String,
    blocks: String,
}

const STYLES: &str = r#"<styles><style styleId="Normal"><name val="Normal"/></style><style styleId="Title"><name val="Title"/></style><style styleId="berschrift2"><name val="heading 2"/></style></styles>"#;
const NUMBERING: &str = r#"<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl><lvl ilvl="1"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="(%2)"/></lvl></abstractNum><abstractNum abstractNumId="1"><lvl ilvl="0"><numFmt val="bullet"/><lvlText val="•"/></lvl></abstractNum><num numId="1"><abstractNumId val="0"/></num><num numId="2"><abstractNumId val="1"/></num></numbering>"#;

/// A zipped package of parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub fn word(body: &str, footnotes: &str) -> Vec<u8> {
    let body = format!("<document><body>{body}</body></document>");
    let footnotes = format!("<footnotes>{footnotes}</footnotes>");
    package(&[
        ("word/document.xml", body.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
    ])
}

#[test]
fn word_files_are_read_as_told() {
    for WordCase {
        name,
        body,
        footnotes,
        blocks,
    } in load("docx", |case: &WordCase| &case.name)
    {
        let document = document("brief.docx", word(&body, &footnotes)).unwrap();
        let blocks = format!("\n{}", blocks.trim_start());
        assert_eq!(shown(&document), blocks, "tests/cases/docx.toml, case {name:?}");
    }
}

#[test]
fn a_book_is_read_in_the_order_of_its_spine() {
    let opf = r#"<package><metadata><title>A book</title><creator>A. One</creator><creator>B. Two</creator><date>2021-03</date></metadata>
        <manifest><item id="b" href="b.xhtml"/><item id="a" href="text/a%20one.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/></manifest>
        <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let bytes = package(&[
        (
            "META-INF/container.xml",
            br#"<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"#,
        ),
        ("OPS/book.opf", opf.as_bytes()),
        ("OPS/b.xhtml", b"<html><body><h1>Second</h1><p>Its text.</p></body></html>"),
        (
            "OPS/text/a one.xhtml",
            b"<html><body><h1>A book</h1><p>Opening text.</p></body></html>",
        ),
        ("OPS/nav.xhtml", b"<html><body><p>Contents</p></body></html>"),
    ]);
    let document = document("book.epub", bytes).unwrap();
    assert_eq!(
        shown(&document),
        "\ntitle: A book\nbody: Opening text.\nheading 1: Second\nbody: Its text.\n"
    );
    assert_eq!(document.head.metadata.authors, ["A. One", "B. Two"]);
    assert_eq!(document.head.metadata.date.as_deref(), Some("2021-03"));
}

/// A book of one chapter.
fn book(chapter: &[u8]) -> Vec<u8> {
    let opf = r#"<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>"#;
    package(&[
        (
            "META-INF/container.xml",
            br#"<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>"#,
        ),
        ("book.opf", opf.as_bytes()),
        ("a.xhtml", chapter),
    ])
}

#[test]
fn a_walk_takes_every_format_that_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let page = format!("<html><body><p>{PROSE}</p></body></html>");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(PROSE.as_bytes()).unwrap();
    let files = [
        ("a.pdf", pdf::one_page(PROSE)),
        ("b.docx", word(&format!("<p><r><t>{PROSE}</t></r></p>"), "")),
        ("c.epub", book(page.as_bytes())),
        ("d.htm", page.clone().into_bytes()),
        ("e.html", page.clone().into_bytes()),
        ("f.xhtml", page.into_bytes()),
        ("g.jsonl", format!("{{\"id\": \"a\", \"text\": {PROSE:?}}}").into_bytes()),
        ("h.markdown", PROSE.as_bytes().to_vec()),
        ("i.md", PROSE.as_bytes().to_vec()),
        ("j.ndjson", format!("{{\"id\": \"b\", \"text\": {PROSE:?}}}").into_bytes()),
        ("k.text", PROSE.as_bytes().to_vec()),
        ("l.TXT", PROSE.as_bytes().to_vec()),
        ("m.txt.gz", packed.finish().unwrap()),
    ];
    for (name, bytes) in &files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let found = inputs(&[folder.path()]);
    assert_eq!(found.left_out, []);
    let paths: Vec<&str> = found.inputs.iter().map(|input| input.path.as_str()).collect();
    assert_eq!(paths, files.map(|(name, _)| name));
    for input in &found.inputs {
        let document = arrange(read(input, &ReadOptions::default()).remove(0).unwrap(), Mode::Auto);
        assert_eq!(document.text, PROSE, "{}", input.path);
    }
}

/// The reason why these bytes are refused.
fn refusal(file: &str, bytes: Vec<u8>) -> String {
    let failure = document(file, bytes).unwrap_err();
    assert_eq!(failure.outcome, Outcome::Failed);
    failure.to_string()
}

#[test]
fn hostile_files_are_refused_with_a_reason() {
    let bomb = package(&[("word/document.xml", &vec![b' '; 64 << 20])]);
    assert!(refusal("bomb.docx", bomb).contains("zip bomb"));
    let whole = word("<p><r><t>Text.</t></r></p>", "");
    assert!(refusal("cut.docx", whole[..whole.len() / 2].to_vec()).contains("cut off"));
    assert!(refusal("empty.docx", package(&[("mimetype", b"x")])).contains("ZIP archive"));
    let locked: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert!(refusal("locked.docx", locked).contains("password"));
    let deep = format!("<html><body>{}text", "<div>".repeat(200_000));
    assert!(refusal("deep.html", deep.into_bytes()).contains("deeper"));
}

#[test]
fn deep_word_files_are_read() {
    let deep = format!(
        "{}<p><r><t>Text.</t></r></p>{}",
        "<tbl><tr><tc>".repeat(20_000),
        "</tc></tr></tbl>".repeat(20_000)
    );
    assert_eq!(shown(&document("deep.docx", word(&deep, "")).unwrap()), "\nbody: Text.\n");
}

#[test]
fn a_part_that_breaks_off_is_read_up_to_there() {
    let document = document("broken.docx", word("<p><r><t>Before.</t></r></p><p><r></p>", "")).unwrap();
    assert_eq!(shown(&document), "\nbody: Before.\n");
    assert!(document.head.warnings.iter().any(|warning| warning.code == "damaged_part"));
}

#[test]
fn side_cars_and_tables_describe_documents() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("brief.txt");
    std::fs::write(&path, "---\ntitle: Own title\npublisher: Own publisher\n---\nSome text.\n").unwrap();
    std::fs::write(
        folder.path().join("brief.meta.yaml"),
        "title: Better title\nauthor: A. One; B. Two\nregion: Asia\n",
    )
    .unwrap();
    let table = folder.path().join("table.csv");
    std::fs::write(&table, "path,date,region\nsub/brief.txt,2020-02-03,Europe\n").unwrap();
    let options = ReadOptions {
        metadata_table: Some(MetadataTable::read(&table).unwrap()),
        ..ReadOptions::default()
    };
    let input = Input {
        path: "sub/brief.txt".to_owned(),
        place: Place::File(path),
    };
    let metadata = read(&input, &options).remove(0).unwrap().head.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Better title"));
    assert_eq!(metadata.publisher.as_deref(), Some("Own publisher"));
    assert_eq!(metadata.authors, ["A. One", "B. Two"]);
    assert_eq!(metadata.date.as_deref(), Some("2020-02-03"));
    assert_eq!(metadata.further["region"], "Europe");
}

#[test]
fn tables_that_cannot_be_used_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("table.csv");
    std::fs::write(&table, "file,date\na.txt,2020\n").unwrap();
    assert!(
        MetadataTable::read(&table)
            .unwrap_err()
            .to_string()
            .contains("no column `path` or `id`")
    );
    std::fs::write(&table, "id,date\na,2020\na,2021\n").unwrap();
    assert!(MetadataTable::read(&table).unwrap_err().to_string().contains("line 3"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_page_breaks_the_reader(pieces in prop::collection::vec(prop_oneof![
        Just("<p>"), Just("<table><tr><td>"), Just("</td>"), Just("<li>"), Just("<sup><a href='#a'>1</a></sup>"), Just("<p id=a>"), Just("<br>"),
        Just("<h1>"), Just("</div>"), Just("<div>"), Just("word "), Just("<figure>"), Just("</ul>"), Just("é\u{AD}"), Just("<!--"), Just("<template>"),
    ], 0..60)) {
        let html = format!("<html>{}", pieces.concat());
        if let Ok(document) = document("page.html", html.into_bytes()) {
            for block in &document.blocks {
                prop_assert!(document.source_map.source_of(block.span).is_some());
            }
        }
    }

    #[test]
    fn no_damage_breaks_the_reader(at in 0_usize..2000, byte in any::<u8>(), cut in 0_usize..2000) {
        let mut bytes = word("<p><r><t>Text.</t></r></p><tbl><tr><tc><p/></tc></tr></tbl>", "<footnote id='1'><p/></footnote>");
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % length);
        let _ = document("brief.docx", bytes);
    }
}
