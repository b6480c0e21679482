//! Ingest: cases as data, files and folders, any bytes.

use std::fs;
use std::path::Path;

use briefscope::ingest::{
    Admission, Failure, Ids, Input, InputFormat, Outcome, Place, RawDocument, ReadOptions, Structure, inputs, on_disk, read,
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases::load;

#[derive(Deserialize)]
struct Case {
    name: String,
    /// The file's name.
    file: String,
    /// Its content as text, or as bytes in hexadecimal.
    #[serde(default)]
    text: String,
    #[serde(default)]
    hex: String,
    /// A line a document or failure: see [`shown`].
    reads: String,
}

fn input(file: &str, bytes: Vec<u8>) -> Input {
    Input {
        path: file.to_owned(),
        place: Place::Bytes(bytes),
    }
}

/// The text and what else is known; or the outcome and the message.
fn shown(result: &Result<RawDocument, Failure>) -> String {
    match result {
        Ok(document) => {
            let Structure::Lines { content } = document.structure else {
                return "blocks".to_owned();
            };
            let metadata = &document.head.metadata;
            let known = [
                ("title", metadata.title.clone()),
                ("date", metadata.date.clone()),
                ("publisher", metadata.publisher.clone()),
            ];
            let mut line = format!("{:?}", &document.text[content..]);
            for (name, value) in known.into_iter().filter_map(|(name, value)| Some((name, value?))) {
                line += &format!(" {name}={value}");
            }
            for author in &metadata.authors {
                line += &format!(" author={author}");
            }
            for (name, value) in &metadata.further {
                line += &format!(" {name}={value}");
            }
            for mention in &document.head.given {
                line += &format!(" mention={}", mention.source.of(&document.text));
            }
            for warning in &document.head.warnings {
                line += &format!(" warning={}", warning.code);
            }
            line
        }
        Err(failure) => format!("{:?} {failure}", failure.outcome),
    }
}

#[test]
fn files_are_read_as_told() {
    for Case {
        name,
        file,
        text,
        hex,
        reads,
    } in load("ingest", |case: &Case| &case.name)
    {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let decoded = digits
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
        let bytes = if hex.is_empty() { text.into_bytes() } else { decoded.collect() };
        let results = read(&input(&file, bytes), &ReadOptions::default());
        let lines: String = results.iter().map(|result| shown(result) + "\n").collect();
        assert_eq!(lines, reads, "tests/cases/ingest.toml, case {name:?}");
    }
}

#[test]
fn a_folder_is_walked_in_order_and_the_rest_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    for file in [
        "b.txt",
        "a.md",
        "Brief.PDF",
        "report.docx",
        "book.epub",
        "page.html",
        "packed.txt.gz",
        "sub/c.jsonl",
        "README.md",
        ".hidden.txt",
        "data.csv",
        "a.meta.json",
        "picture.png",
        ".git/x.txt",
    ] {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    let found = inputs(&[folder.path()]);
    let taken: Vec<&str> = found.inputs.iter().map(|input| input.path.as_str()).collect();
    let expected = [
        "Brief.PDF",
        "a.md",
        "b.txt",
        "book.epub",
        "packed.txt.gz",
        "page.html",
        "report.docx",
        "sub/c.jsonl",
    ];
    assert_eq!(taken, expected);
    let mut ignored: Vec<&str> = found.left_out.iter().map(|failure| failure.path.as_str()).collect();
    ignored.sort_unstable();
    assert_eq!(ignored, ["README.md", "a.meta.json", "data.csv", "picture.png"]);
    assert!(found.left_out.iter().all(|failure| failure.outcome == Outcome::Ignored));
}

#[test]
fn missing_paths_and_empty_folders_fail() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere.txt");
    let found = inputs(&[missing.as_path(), folder.path(), Path::new("-")]);
    assert_eq!(found.left_out.len(), 2);
    assert!(found.left_out.iter().all(|failure| failure.outcome == Outcome::Failed));
    assert_eq!(
        found.inputs,
        [Input {
            path: "-".to_owned(),
            place: Place::Stdin
        }]
    );
}

#[test]
fn the_size_limit_holds() {
    let options = ReadOptions {
        max_bytes: 3,
        ..ReadOptions::default()
    };
    assert!(read(&input("a.txt", b"abcd".to_vec()), &options)[0].is_err());
    assert!(read(&input("a.txt", b"abc".to_vec()), &options)[0].is_ok());
}

#[test]
fn ids_stay_unique() {
    let rows = "{\"id\":\"x\",\"text\":\"one\"}\n{\"id\":\"x\",\"text\":\"two\"}\n{\"id\":\"x\",\"text\":\"one\"}\n";
    let mut ids = Ids::default();
    let mut seen = Vec::new();
    for document in read(&input("rows.jsonl", rows.as_bytes().to_vec()), &ReadOptions::default()) {
        let mut document = document.unwrap();
        let admission = ids.admit(&mut document.head, &document.text);
        seen.push((document.head.id, admission));
    }
    assert_eq!(seen[0], ("x".to_owned(), Admission::New));
    assert_eq!(seen[1], ("x-3fc4ccfe".to_owned(), Admission::New));
    assert_eq!(seen[2], ("x".to_owned(), Admission::Duplicate));
    assert_eq!(on_disk("x-3fc4ccfe"), "x-3fc4ccfe");
    assert_eq!(on_disk("../etc").len(), 64);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>(), format in 0_usize..3) {
        let input_format = [InputFormat::Text, InputFormat::Jsonl, InputFormat::Csv][format];
        let options = ReadOptions { input_format: Some(input_format), ..ReadOptions::default() };
        prop_assert!(!read(&input("a", bytes.clone()), &options).is_empty() || input_format != InputFormat::Text);
    }
}
