//! The page from outside: nothing in a document's text can run, and every view is drawn.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use briefscope::output::report::Page;

const HOSTILE: &str = "</script><script>document.documentElement.dataset.hacked='1'</script><img src=x onerror=\"document.documentElement.dataset.hacked='2'\"> \u{2028}'\"&lt;{{data}}{{program}}";
const VIEWS: &[&str] = &[
    "overview",
    "network",
    "stances",
    "themes",
    "map",
    "compare",
    "concordance",
    "document",
    "definitions",
];

fn briefscope(args: &[&str]) {
    let done = Command::new(env!("CARGO_BIN_EXE_briefscope"))
        .args(args)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Two records whose titles, names, ids and texts try to break out of the page.
fn hostile_page(dir: &Path) -> PathBuf {
    let record = |id: &str, year: u32| {
        let text = format!("Russia condemned {HOSTILE} and Russia praised {HOSTILE} again.");
        let start = "Russia condemned ".chars().count();
        let end = start + HOSTILE.chars().count();
        let second = end + " and Russia praised ".chars().count();
        let given = |start: usize, end: usize| serde_json::json!({"start": start, "end": end, "entity": format!("group:{HOSTILE}"), "kind": "actor", "name": HOSTILE});
        let russia =
            |start: usize| serde_json::json!({"start": start, "end": start + 6, "entity": "state:RUS", "kind": "actor", "name": "Russia"});
        serde_json::json!({
            "id": id, "text": text, "title": HOSTILE, "publisher": HOSTILE, "date": format!("{year}-05-01"), "further": HOSTILE,
            "mentions": [russia(0), given(start, end), russia(end + 5), given(second, second + HOSTILE.chars().count())],
        })
    };
    let records = dir.join("records.jsonl");
    fs::write(&records, format!("{}\n{}\n", record(HOSTILE, 2023), record("plain", 2024))).unwrap();
    let (result, page) = (dir.join("result"), dir.join("page.html"));
    let path = |path: &Path| path.to_str().expect("temporary paths are UTF-8").to_owned();
    briefscope(&["analyze", &path(&records), "--mentions", "given", "--out", &path(&result)]);
    briefscope(&["report", &path(&result), "-o", &path(&page)]);
    page
}

#[test]
fn text_of_documents_cannot_end_its_element() {
    let dir = tempfile::tempdir().unwrap();
    let page = fs::read_to_string(hostile_page(dir.path())).unwrap();
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    let data = page.matches("<script type=\"application/json\"").count();
    assert_eq!(data, 4, "the world, the collection, two documents");
    assert_eq!(page.matches("<script>").count(), 3, "d3, topojson, the program");
    assert_eq!(
        page.matches("hacked").count(),
        page.matches("\\u003cscript\\u003edocument.documentElement.dataset.hacked").count() * 2
    );
    assert!(page.contains("default-src 'none'; script-src 'sha256-"));
}

/// A page too small for both documents holds one, and says so to whoever looks at it.
#[test]
fn what_does_not_fit_is_left_out_and_told() {
    let dir = tempfile::tempdir().unwrap();
    hostile_page(dir.path());
    let result = dir.path().join("result");
    let whole = Page::of(&result, usize::MAX).unwrap();
    assert_eq!(whole.sampled(), None);
    let small = Page::of(&result, 1).unwrap();
    let sampled = small.sampled().expect("it does not fit");
    assert_eq!((sampled.shown, sampled.all), (1, 2));
    let mut html = Vec::new();
    small.write(&mut html).unwrap();
    let html = String::from_utf8(html).unwrap();
    assert_eq!(html.matches("class=\"document\">").count(), 1);
    assert!(html.contains("\"sampled\":{\"shown\":1,\"all\":2}"));
}

#[test]
fn every_view_is_drawn_and_nothing_foreign_runs() {
    let Some(browser) = browser() else {
        eprintln!("no Chromium here: the views are not looked at");
        return;
    };
    let dir = tempfile::tempdir().unwrap();
    let page = hostile_page(dir.path());
    for view in VIEWS {
        let address = format!("file://{}#{view}", page.display());
        let profile = format!("--user-data-dir={}", dir.path().join("profile").display());
        let drawn = Command::new(&browser)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
            ])
            .args(["--disable-component-update", "--disable-sync", &profile, "--dump-dom", &address])
            .stdin(Stdio::null())
            .output()
            .expect("Chromium runs");
        let dom = String::from_utf8_lossy(&drawn.stdout);
        let frame = dom
            .split_once('>')
            .map(|(_, rest)| rest.split_once('>').map_or("", |(tag, _)| tag))
            .unwrap_or_default();
        assert!(!frame.contains("hacked"), "{view}: foreign script ran: {frame}");
        assert!(!dom.contains("<img"), "{view}: foreign markup became an element");
        let main = dom.split_once("id=\"view\"").map_or("", |(_, rest)| rest);
        assert!(main.contains("<h2>"), "{view}: nothing is drawn");
    }
}

fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|dir| names.map(|name| dir.join(name)))
        .find(|program| program.is_file())
}
