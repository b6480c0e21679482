//! Standard error: progress, what was skipped, the summary.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use briefscope::result::{InputRow, Status};
use indicatif::{ProgressBar, ProgressStyle};

use super::End;

/// What a run reports on standard error.
pub struct Report {
    progress: ProgressBar,
    counts: BTreeMap<Status, usize>,
}

impl Report {
    /// A progress bar over `inputs`, on a terminal only.
    pub fn begin(inputs: usize) -> Self {
        let progress = if std::io::stderr().is_terminal() {
            ProgressBar::new(inputs as u64)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} inputs  {per_sec}  {eta} left") {
            progress.set_style(style);
        }
        Self {
            progress,
            counts: BTreeMap::new(),
        }
    }

    /// Notes one input; names it where something is amiss.
    pub fn note(&mut self, row: &InputRow) {
        *self.counts.entry(row.status).or_default() += 1;
        if !matches!(row.status, Status::Ok | Status::Cached | Status::Ignored) {
            let reason = row.reason.as_deref().unwrap_or("no reason known");
            self.progress.suspend(|| eprintln!("{}: {}: {reason}", word(row.status), row.path));
        }
        self.progress.inc(1);
    }

    /// The closing line, and how the command ended.
    pub fn end(self, found: &str) -> End {
        self.progress.finish_and_clear();
        let total: usize = self.counts.values().sum();
        let parts: Vec<String> = self
            .counts
            .iter()
            .map(|(status, count)| format!("{count} {}", word(*status)))
            .collect();
        eprintln!(
            "{total} inputs: {}{}{found}",
            parts.join(", "),
            if found.is_empty() { "" } else { "; " }
        );
        let amiss = [Status::Partial, Status::Empty, Status::Failed];
        if amiss.iter().any(|status| self.counts.contains_key(status)) {
            End::Some
        } else {
            End::All
        }
    }
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Ok => "ok",
        Status::Partial => "partial",
        Status::Empty => "empty",
        Status::Failed => "failed",
        Status::Duplicate => "duplicate",
        Status::Ignored => "ignored",
        Status::Cached => "cached",
    }
}

/// Whether the reader of standard output went away, as `head` does.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(std::io::ErrorKind::BrokenPipe)
    })
}
