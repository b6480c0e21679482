//! What breaks readers: how each class of awkward files ends, and whether it is told.
//!
//! The classes are made here; the real files of `../shared/corpus/awkward` are tried too where they are.

use std::path::Path;

use briefscope::document::Warning;
use briefscope::ingest::{Failure, Input, Place, RawDocument, ReadOptions, read};
use serde::Deserialize;

use crate::cases::load;
use crate::pdf;

fn outcome(path: &str, place: Place) -> String {
    let input = Input {
        path: path.to_owned(),
        place,
    };
    let told = |read: &Result<RawDocument, Failure>| match read {
        Ok(raw) => Warning::summary(&raw.head.warnings).unwrap_or_else(|| "ok".to_owned()),
        Err(failure) => format!("{:?}: {}", failure.outcome, failure.reason),
    };
    let read: Vec<String> = read(&input, &ReadOptions::default()).iter().map(told).collect();
    read.join(" | ")
}

#[test]
fn every_class_of_awkward_file_is_told() {
    let prose = "The ministers of both states met in the border town and agreed to open the second bridge in May of the next year. ";
    let apart: String = prose.chars().filter(|c| *c != ' ').flat_map(|c| [c, ' ']).collect();
    let whole = pdf::one_page(&prose.repeat(4));
    let page = |text: &str| format!("BT /R 10 Tf 1 0 0 1 72 700 Tm ({text}) Tj ET");
    let stamps: Vec<String> = (1..=4).map(|number| page(&format!("Page {number} of 4"))).collect();
    let mixed = [
        page("The first page has a sentence on it."),
        String::new(),
        String::new(),
        page("So has the last."),
    ];
    let lorem =
        "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. ";
    let cyrillic = "Совет встретился снова, и никто не знает, что он решил в этот день. ".repeat(4);
    let page_of_html = format!("<!doctype html><html><body><article><p>{prose}</p><p>{prose}</p></article></body></html>");
    let table: [(&str, Vec<u8>, &str); 12] = [
        (
            "letters-apart.pdf",
            pdf::one_page(&apart),
            "page 1: many words of the page are none",
        ),
        (
            "stamped-scan.pdf",
            pdf::pages(&stamps),
            "pages 1-4: there is hardly any text on the page",
        ),
        ("mixed-scan.pdf", pdf::pages(&mixed), "pages 2-3: there is no text on the page"),
        ("cut-off.pdf", whole[..whole.len() - 20].to_vec(), "the file is cut off"),
        ("whole.pdf", whole, "ok"),
        ("page.pdf", page_of_html.into_bytes(), "ok"),
        ("lorem.txt", lorem.repeat(3).into_bytes(), "ok"),
        ("cyrillic.txt", cyrillic.into_bytes(), "so little will be found"),
        ("short.txt", b"Concordia res parvae crescunt.".to_vec(), "ok"),
        (
            "mojibake.txt",
            "It’s the council’s café that’s closed.".replace('’', "â€™").into_bytes(),
            "3 characters were decoded twice",
        ),
        ("blank.txt", b" \n\t\n".to_vec(), "Empty: no text in it"),
        ("program.txt", b"\x7fELF\x02\x01\x01".to_vec(), "Failed: the content is a program"),
    ];
    for (name, bytes, expected) in table {
        let found = outcome(name, Place::Bytes(bytes));
        assert!(found.contains(expected) && (expected != "ok" || found == "ok"), "{name}: {found}");
    }
}

#[derive(Deserialize)]
struct Case {
    file: String,
    /// Part of what is told of it; "ok": nothing.
    told: String,
}

#[test]
fn the_awkward_corpus_ends_as_documented() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/awkward");
    if !folder.is_dir() {
        eprintln!("left out: {} is not there", folder.display());
        return;
    }
    for Case { file, told } in load("awkward", |case: &Case| &case.file) {
        let found = outcome(&file, Place::File(folder.join(&file)));
        assert!(
            found.contains(&told) && (told != "ok" || found == "ok"),
            "tests/cases/awkward.toml, {file}: {found}"
        );
    }
}
