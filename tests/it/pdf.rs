//! PDF: small files written by hand, read and arranged.

use std::fmt::Write as _;
use std::io::Write as _;

use briefscope::document::Document;
use briefscope::ingest::{self, Failure, Input, Place, RawDocument, ReadOptions};
use briefscope::layout::{self, Mode};
use serde::Deserialize;

use crate::cases::load;

/// Pages as lists of lines: `x y size face text` (face `R`egular, `B`old, `I`talic), `rule left right y`, or
/// `dot x y`, a square of 3 points.
/// Points, from the lower left corner of a page of 612 by 792.
#[derive(Deserialize)]
struct Case {
    name: String,
    pages: Vec<String>,
    /// `kind: text` a block.
    blocks: Vec<String>,
    /// Codes of the warnings.
    #[serde(default)]
    warnings: Vec<String>,
}

#[test]
fn pages_become_blocks() {
    for case in load("pdf", |case: &Case| &case.name) {
        let place = format!("tests/cases/pdf.toml, case {:?}", case.name);
        let contents: Vec<String> = case.pages.iter().map(String::as_str).map(content).collect();
        let raw = read(file(&contents, "")).unwrap_or_else(|failure| panic!("{place}: {failure}"));
        let document = layout::arrange(raw, Mode::Auto);
        assert_eq!(blocks(&document), case.blocks, "{place}");
        let codes: Vec<&str> = document.head.warnings.iter().map(|warning| warning.code.as_str()).collect();
        assert_eq!(codes, case.warnings, "{place}");
    }
}

#[test]
fn every_character_maps_back_to_the_page() {
    for case in load("pdf", |case: &Case| &case.name) {
        let contents: Vec<String> = case.pages.iter().map(String::as_str).map(content).collect();
        let Ok(raw) = read(file(&contents, "")) else { continue };
        let document = layout::arrange(raw, Mode::Auto);
        for (at, c) in document.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let span = briefscope::span::Span::new(at, at + c.len_utf8());
            let source = document.source_map.source_of(span).expect("a letter is no joint");
            assert_eq!(source.of(&document.source_text), c.to_string(), "{}", case.name);
        }
    }
}

#[test]
fn metadata_come_from_the_file_unless_a_program_made_them_up() {
    let page = content("72 700 20 B Grain routes\n72 660 10 R The ships sail again, as the port authority said on Monday of this week.");
    let told = read(file(
        std::slice::from_ref(&page),
        "/Title (Grain routes of the Black Sea) /Author (Jane Smith; Ann Lee)",
    ))
    .expect("readable");
    assert_eq!(told.head.metadata.title.as_deref(), Some("Grain routes of the Black Sea"));
    assert_eq!(told.head.metadata.authors, ["Jane Smith", "Ann Lee"]);
    assert_eq!(told.head.source.pages, Some(1));
    let junk = layout::arrange(
        read(file(&[page], "/Title (Microsoft Word - draft3.doc) /Author (admin)")).expect("readable"),
        Mode::Auto,
    );
    assert_eq!(junk.head.metadata.title.as_deref(), Some("Grain routes"));
    assert!(junk.head.metadata.authors.is_empty());
}

#[test]
fn what_cannot_be_read_says_why() {
    let page = content("72 700 10 R Some words");
    let whole = file(&[page], "");
    for (bytes, reason) in [
        (whole[..60].to_vec(), "damaged"),
        (encrypted(), "--password"),
        (file(&[String::new()], ""), "no page has text that can be read"),
        (bomb(), "inflates to more than 256 MB"),
    ] {
        let failure = read(bytes).map(|raw| raw.text).expect_err(reason);
        assert!(failure.to_string().contains(reason), "{failure}");
    }
}

#[test]
fn mutated_files_do_no_harm() {
    let page = content("72 700 10 R Some words that stand on a page\n72 688 10 R and some more below them");
    let whole = file(&[page], "/Title (A title)");
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] = bytes[at].wrapping_add(13);
        if let Ok(raw) = read(bytes) {
            layout::arrange(raw, Mode::Auto);
        }
    }
}

fn read(bytes: Vec<u8>) -> Result<RawDocument, Failure> {
    let input = Input {
        path: "brief.pdf".to_owned(),
        place: Place::Bytes(bytes),
    };
    ingest::read(&input, &ReadOptions::default()).remove(0)
}

fn blocks(document: &Document) -> Vec<String> {
    let line = |block: &briefscope::document::Block| format!("{:?}: {}", block.kind, block.span.of(&document.text));
    document
        .blocks
        .iter()
        .map(line)
        .map(|line| line[..1].to_lowercase() + &line[1..])
        .collect()
}

/// The content stream of a page.
fn content(page: &str) -> String {
    let mut stream = String::new();
    for line in page.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.trim().splitn(5, ' ').collect();
        match words.as_slice() {
            ["dot", x, y] => writeln!(stream, "{x} {y} 3 3 re f"),
            ["rule", left, right, y] => writeln!(stream, "{left} {y} m {right} {y} l S"),
            [x, y, size, face, text] => writeln!(stream, "BT /{face} {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET", escaped(text)),
            other => panic!("{other:?}"),
        }
        .expect("a string takes all");
    }
    stream
}

/// A string of `WinAnsiEncoding` between parentheses.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, c| {
        match c {
            '(' | ')' | '\\' => escaped.extend(['\\', c]),
            '•' => escaped.push_str("\\225"),
            '’' => escaped.push_str("\\222"),
            '“' => escaped.push_str("\\223"),
            '”' => escaped.push_str("\\224"),
            c => escaped.push(c),
        }
        escaped
    })
}

/// A PDF with `text` on its only page, in lines of about 80 characters.
pub fn one_page(text: &str) -> Vec<u8> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if lines.last().is_some_and(|line| line.len() + word.len() > 80) {
            lines.push(String::new());
        }
        let line = lines.last_mut().expect("there is one");
        *line += if line.is_empty() { "" } else { " " };
        *line += word;
    }
    let placed = lines.iter().zip((0..).map(|row| 700 - 12 * row));
    let page: String = placed.map(|(line, y)| format!("72 {y} 10 R {line}\n")).collect();
    file(&[content(&page)], "")
}

/// A PDF whose only page has this content stream.
pub fn one_page_of(content: &str) -> Vec<u8> {
    file(&[content.to_owned()], "")
}

/// A PDF whose pages have these content streams.
pub fn pages(contents: &[String]) -> Vec<u8> {
    file(contents, "")
}

/// A PDF of these objects, numbered from 1, the first its catalog.
pub fn objects(objects: &[&str]) -> Vec<u8> {
    let bytes: Vec<Vec<u8>> = objects.iter().map(|object| object.as_bytes().to_vec()).collect();
    assembled(&bytes, "/Root 1 0 R")
}

/// A PDF of these content streams.
fn file(contents: &[String], info: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|page| format!("{} 0 R", 7 + 2 * page)).collect();
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), contents.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
        font("Helvetica-Oblique"),
        format!("<< {info} >>"),
    ];
    for (page, content) in contents.iter().enumerate() {
        let fonts = "<< /R 3 0 R /B 4 0 R /I 5 0 R >>";
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font {fonts} >> /Contents {} 0 R >>",
            8 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    assembled(
        &objects.into_iter().map(String::into_bytes).collect::<Vec<_>>(),
        "/Root 1 0 R /Info 6 0 R",
    )
}

/// Objects, numbered from 1, with their table and trailer.
fn assembled(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (number, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", bytes.len()).expect("a string takes all");
        writeln!(bytes, "{} 0 obj", number + 1).expect("a vector takes all");
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    writeln!(
        bytes,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF"
    )
    .expect("a vector takes all");
    bytes
}

/// A file whose password is not the empty one.
fn encrypted() -> Vec<u8> {
    let key = "00".repeat(32);
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [] /Count 0 >>".to_owned(),
        format!("<< /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>"),
    ];
    assembled(
        &objects.map(String::into_bytes),
        "/Root 1 0 R /Encrypt 3 0 R /ID [<00112233> <00112233>]",
    )
}

/// A file with a stream of 300 MB of zeros, packed.
fn bomb() -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![0; 1 << 20];
    for _ in 0..300 {
        packer.write_all(&zeros).expect("a vector takes all");
    }
    let deflated = packer.finish().expect("a vector takes all");
    let mut stream = format!("<< /Length {} /Filter /FlateDecode >>\nstream\n", deflated.len()).into_bytes();
    stream.extend(deflated);
    stream.extend_from_slice(b"\nendstream");
    assembled(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
            stream,
        ],
        "/Root 1 0 R",
    )
}
