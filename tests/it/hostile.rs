//! Files made to do harm: each ends in bounded time, read or refused, and no panic gets out.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use briefscope::ingest::{Input, Place, ReadOptions, read};
use briefscope::layout::{Mode, arrange};

use crate::formats::{package, word};
use crate::pdf;

/// Far above what any of them takes, even where nothing is optimized.
const BUDGET: Duration = Duration::from_secs(90);

fn files() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let nested = "[".repeat(200_000);
    let laughs = (1..20).fold(r#"<!ENTITY e0 "ha">"#.to_owned(), |mut all, n| {
        let _ = write!(all, r#"<!ENTITY e{n} "&e{0};&e{0};&e{0};&e{0};">"#, n - 1);
        all
    });
    let chapter = vec![b' '; 80 << 20];
    vec![
        (
            "page tree that holds itself",
            "a.pdf",
            pdf::objects(&[
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>",
            ]),
        ),
        (
            "page tree without end",
            "a.pdf",
            pdf::objects(&[
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>",
                "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1000000000 >>",
            ]),
        ),
        (
            "arrays within arrays",
            "a.pdf",
            pdf::objects(&["<< /Type /Catalog /Pages 2 0 R >>", &format!("<< /Type /Pages /Kids {nested} >>")]),
        ),
        (
            "form that draws itself",
            "a.pdf",
            pdf::objects(&[
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /F 4 0 R >> >> /Contents 4 0 R >>",
                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 12 >>\nstream\n/F Do /F Do \nendstream",
            ]),
        ),
        (
            "picture of a million by a million",
            "a.pdf",
            pdf::objects(&[
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>",
                "<< /Length 6 >>\nstream\n/I Do \nendstream",
                "<< /Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 4 >>\nstream\nabcd\nendstream",
            ]),
        ),
        ("operators without end", "a.pdf", pdf::one_page_of(&"q BT (a) Tj ".repeat(300_000))),
        (
            "entities that multiply",
            "a.docx",
            package(&[(
                "word/document.xml",
                format!("<!DOCTYPE d [{laughs}]><document><body><p><r><t>&e19;</t></r></p></body></document>").as_bytes(),
            )]),
        ),
        ("elements within elements", "a.docx", word(&"<sdt><sdtContent>".repeat(100_000), "")),
        (
            "chapter of blanks",
            "a.epub",
            package(&[
                (
                    "META-INF/container.xml",
                    br#"<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>"#,
                ),
                (
                    "b.opf",
                    br#"<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>"#,
                ),
                ("a.xhtml", &chapter),
            ]),
        ),
        (
            "tags within tags",
            "a.html",
            format!("<html><body>{}", "<b><i><table><tr><td>".repeat(50_000)).into_bytes(),
        ),
        (
            "one line of 50 MB",
            "a.txt",
            "The council met again and nothing came of it. "
                .repeat(50 * 1024 * 1024 / 46)
                .into_bytes(),
        ),
        ("a word of 10 MB", "a.txt", vec![b'a'; 10 << 20]),
        (
            "brackets without end",
            "a.md",
            format!("# A title\n\n{}", "[".repeat(200_000)).into_bytes(),
        ),
        (
            "front matter within front matter",
            "a.md",
            format!("---\na: {nested}\n---\nText.").into_bytes(),
        ),
        (
            "record within records",
            "a.jsonl",
            format!("{{\"id\": \"a\", \"text\": {nested}}}").into_bytes(),
        ),
    ]
}

#[test]
fn hostile_files_end_in_bounded_time() {
    for (name, path, bytes) in files() {
        let input = Input {
            path: path.to_owned(),
            place: Place::Bytes(bytes),
        };
        let started = Instant::now();
        for raw in read(&input, &ReadOptions::default()).into_iter().flatten() {
            arrange(raw, Mode::Auto);
        }
        assert!(started.elapsed() < BUDGET, "{name} took {:?}", started.elapsed());
    }
}
