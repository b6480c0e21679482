//! Pictures of a PDF's pages, drawn by `pdftoppm` (Poppler) where it is installed.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;

/// Dots an inch: enough to read the text beside.
const RESOLUTION: &str = "80";
/// More pictures make a page that no browser likes.
const MOST_PAGES: u32 = 60;
/// A file that takes longer is shown without pictures.
const BUDGET: Duration = Duration::from_mins(1);

/// The pages of the PDF `file`, from the first on, as `data:` addresses; none where they cannot be drawn.
pub fn of_pages(file: &Path, pages: u32, password: Option<&str>) -> Vec<String> {
    let Ok(folder) = tempfile::tempdir() else { return Vec::new() };
    let mut command = Command::new("pdftoppm");
    command
        .args(["-jpeg", "-r", RESOLUTION, "-l"])
        .arg(pages.min(MOST_PAGES).to_string());
    if let Some(password) = password {
        command.args(["-upw", password]);
    }
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // A name that begins with a hyphen is no option.
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let drawn = quiet.arg(file).arg(folder.path().join("page")).spawn().is_ok_and(ends_in_time);
    if drawn { pictures(folder.path()) } else { Vec::new() }
}

fn ends_in_time(mut child: Child) -> bool {
    let deadline = Instant::now() + BUDGET;
    while Instant::now() < deadline {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => sleep(Duration::from_millis(20)),
            Err(_) => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// The pictures in `folder`; their names count the pages with leading zeros.
fn pictures(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let encoded = |file| Some(base64::engine::general_purpose::STANDARD.encode(std::fs::read(file).ok()?));
    files
        .into_iter()
        .filter_map(encoded)
        .map(|data| format!("data:image/jpeg;base64,{data}"))
        .collect()
}
