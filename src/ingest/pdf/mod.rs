//! PDF to lines with their places on the page.
//!
//! [`content`] turns content streams into glyphs, [`pieces`] and [`segments`] glyphs into stretches of lines,
//! [`order`] puts those into reading order, [`text`] writes them down. What the lines mean is layout's affair.
//!
//! A file may be damaged or hostile: it is read on a thread of its own with a large stack, within limits of
//! pages, size and time; a panic there is that file's failure.

mod bombs;
mod content;
mod font;
mod garbled;
mod initials;
mod margin;
mod marks;
mod metadata;
mod order;
mod pieces;
mod rules;
mod segments;
mod strings;
mod text;

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::failure::{Failure, Reason};
use super::placed::Page;
use super::read::refusal;
use super::{RawDocument, Structure, file_id, language};
use crate::document::{Head, Metadata, Source, Warning};

/// What a PDF holds.
#[derive(Debug)]
struct Reading {
    /// The pages' text, joined by form feeds.
    pub text: String,
    /// The pages.
    pub pages: Vec<Page>,
    /// What the file says about itself.
    pub metadata: Metadata,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

/// Why a PDF was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum Problem {
    #[error("the PDF is encrypted; give its password with --password")]
    NeedsPassword,
    #[error("the password does not open the PDF")]
    WrongPassword,
    #[error("the PDF is encrypted in a way that cannot be read; save it without encryption")]
    UnknownEncryption,
    #[error("the PDF is damaged: no page can be found in it")]
    Damaged,
    #[error("the PDF is cut off: none of its pages has text that can be read; get the whole file")]
    CutOff,
    #[error("a stream of the PDF inflates to more than 256 MB")]
    Bomb,
    #[error("page {0} holds more glyphs than any page of text")]
    Overfull(usize),
    #[error("the PDF took longer than {} seconds to read", BUDGET.as_secs())]
    TooSlow,
    #[error("the PDF has {0} pages; at most {MOST_PAGES} are read")]
    TooLong(usize),
    #[error("the PDF reader gave up on the file: it is damaged in a way not foreseen")]
    Panicked,
}

/// Time that a file may take.
const BUDGET: Duration = Duration::from_mins(1);
/// Nested objects are read by recursion.
const STACK: usize = 64 << 20;
/// A longer file is no brief.
const MOST_PAGES: usize = 10_000;

/// Reads the PDF that `source` tells of.
pub(super) fn document(mut source: Source, bytes: Vec<u8>, password: Option<&str>) -> Result<RawDocument, Failure> {
    "application/pdf".clone_into(&mut source.media_type);
    let is_cut_off = is_cut_off(&bytes);
    let Reading {
        text,
        pages,
        metadata,
        mut warnings,
    } = match read(bytes, password) {
        Ok(reading) => reading,
        Err(problem) => return Err(refusal(&source, Reason::Pdf(problem))),
    };
    source.pages = u32::try_from(pages.len()).ok();
    if is_cut_off {
        let message = "the file is cut off: what stood at its end is missing; get the whole file";
        warnings.push(Warning::new("damaged_file", message));
    }
    let id = file_id(&source.path, &source.sha256);
    let mut head = Head {
        id,
        source,
        metadata,
        warnings,
        given: Vec::new(),
    };
    if is_unreadable(&text) {
        let cut_off = || Reason::Pdf(Problem::CutOff);
        return Err(refusal(&head.source, if is_cut_off { cut_off() } else { Reason::NoText }));
    }
    language::identify_over_claim(&mut head, &text);
    if head.metadata.language.as_deref().is_none_or(|language| language == "en") {
        garbled::warn(&text, &mut head.warnings);
    }
    Ok(RawDocument {
        head,
        text,
        structure: Structure::Pages(pages),
    })
}

/// Whether the mark of the end is missing; some programs write a little after it.
fn is_cut_off(file: &[u8]) -> bool {
    let tail = &file[file.len().saturating_sub(4096)..];
    memchr::memmem::rfind(tail, b"%%EOF").is_none() && memchr::memmem::rfind(tail, b"startxref").is_none()
}

/// Whether there is no text, or hardly a letter of it is known.
fn is_unreadable(text: &str) -> bool {
    let n_letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let n_unknown = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    n_letters * 5 <= n_unknown
}

/// Reads a PDF within its limits.
fn read(bytes: Vec<u8>, password: Option<&str>) -> Result<Reading, Problem> {
    let (sender, receiver) = mpsc::channel();
    let password = password.map(str::to_owned);
    let deadline = Instant::now() + BUDGET;
    let work = move || {
        // The receiver is gone where the time was up.
        let _ = sender.send(read_here(bytes, password.as_deref(), deadline));
    };
    thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(STACK)
        .spawn(work)
        .map_err(|_| Problem::Panicked)?;
    receiver.recv_timeout(BUDGET + Duration::from_secs(1)).unwrap_or_else(|error| {
        Err(match error {
            mpsc::RecvTimeoutError::Timeout => Problem::TooSlow,
            mpsc::RecvTimeoutError::Disconnected => Problem::Panicked,
        })
    })
}

/// Name of the threads that read PDFs: a program may keep quiet about their panics, which are handled.
pub const THREAD: &str = "pdf";

fn read_here(bytes: Vec<u8>, password: Option<&str>, deadline: Instant) -> Result<Reading, Problem> {
    if bombs::hides_bomb(&bytes) {
        return Err(Problem::Bomb);
    }
    let pdf = open(bytes, password)?;
    let n_pages = pdf.pages().len();
    if n_pages > MOST_PAGES {
        return Err(Problem::TooLong(n_pages));
    }
    let metadata = metadata::read(&pdf);
    let hidden = marks::hidden_layers(&metadata::catalog(&pdf));
    let fonts = font::Fonts::new();
    let mut writer = text::Writer::default();
    for (index, page) in pdf.pages().iter().enumerate() {
        let content = content::read(page, &fonts, &hidden, deadline).map_err(|stop| match stop {
            content::Stop::Time => Problem::TooSlow,
            content::Stop::Size => Problem::Overfull(index + 1),
        })?;
        writer.page(&content, page.render_dimensions());
    }
    if n_pages == 0 {
        return Err(Problem::Damaged);
    }
    Ok(writer.finish(metadata))
}

fn open(bytes: Vec<u8>, password: Option<&str>) -> Result<Pdf, Problem> {
    Pdf::new_with_password(bytes, password.unwrap_or_default()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) if password.is_some() => Problem::WrongPassword,
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Problem::NeedsPassword,
        LoadPdfError::Decryption(_) => Problem::UnknownEncryption,
        LoadPdfError::Invalid => Problem::Damaged,
    })
}
