//! Many documents: read and analyzed in parallel, handed on one after another in the order of the input.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use super::{Analysis, Pipeline};
use crate::ingest::{self, Admission, Failure, Ids, Input, Outcome as Ending, RawDocument, ReadOptions, Reason};
use crate::result::{InputRow, Status};

/// Inputs read at once, and documents analyzed at once: what bounds memory.
const INPUTS_AT_ONCE: usize = 32;
const DOCUMENTS_AT_ONCE: usize = 128;

/// What became of one input, in the order of the input.
pub struct Outcome<T> {
    /// Its row in the manifest.
    pub row: InputRow,
    /// What was made of its document; `None` where it became none.
    pub value: Option<T>,
}

/// A run over many inputs: knows the ids given so far.
pub struct Batch<'p> {
    pipeline: &'p Pipeline,
    read_options: &'p ReadOptions,
    ids: Ids,
}

impl<'p> Batch<'p> {
    /// A run that has read nothing yet.
    pub fn new(pipeline: &'p Pipeline, read_options: &'p ReadOptions) -> Self {
        Self {
            pipeline,
            read_options,
            ids: Ids::default(),
        }
    }

    /// Reads and analyzes `inputs` in parallel; `render` makes a value of each analysis, `sink` takes them in order.
    ///
    /// # Errors
    ///
    /// The first error of `sink`, at once.
    pub fn analyze<T: Send, E>(
        &mut self,
        inputs: &[Input],
        render: impl Fn(&Analysis) -> T + Sync,
        sink: impl FnMut(Outcome<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        let pipeline = self.pipeline;
        self.run(
            inputs,
            |raw| {
                let analysis = pipeline.analyze(raw);
                (render(&analysis), analysis.status())
            },
            sink,
        )
    }

    /// Like [`Batch::analyze`] with any way from a document as read to a value and its status.
    ///
    /// # Errors
    ///
    /// The first error of `sink`, at once.
    pub fn run<T: Send, E>(
        &mut self,
        inputs: &[Input],
        make: impl Fn(RawDocument) -> (T, Status) + Sync,
        mut sink: impl FnMut(Outcome<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        for inputs in inputs.chunks(INPUTS_AT_ONCE) {
            let read: Vec<_> = inputs.par_iter().map(|input| read(input, self.read_options)).collect();
            let mut planned: Vec<_> = read.into_iter().flatten().map(|read| self.plan(read)).collect();
            while !planned.is_empty() {
                let rest = planned.split_off(planned.len().min(DOCUMENTS_AT_ONCE));
                let done: Vec<_> = planned.into_par_iter().map(|plan| carry_out(plan, &make)).collect();
                done.into_iter().try_for_each(&mut sink)?;
                planned = rest;
            }
        }
        Ok(())
    }

    /// Settles the id: the same id and text twice is a duplicate, the same id with another text gets a suffix.
    fn plan(&mut self, read: Result<RawDocument, Failure>) -> Plan {
        let mut raw = match read {
            Ok(raw) => raw,
            Err(failure) => return Plan::Skip(row_of_failure(failure)),
        };
        let admission = self.ids.admit(&mut raw.head, &raw.text);
        let mut row = row_of(&raw);
        if admission == Admission::Duplicate {
            row.status = Status::Duplicate;
            row.reason = Some(format!("the same document as {} read before", raw.head.id));
            return Plan::Skip(row);
        }
        Plan::Make(Box::new(raw), row)
    }
}

enum Plan {
    Skip(InputRow),
    Make(Box<RawDocument>, InputRow),
}

/// Reads one input; a panic of a library is this input's failure.
fn read(input: &Input, options: &ReadOptions) -> Vec<Result<RawDocument, Failure>> {
    catch_unwind(AssertUnwindSafe(|| ingest::read(input, options))).unwrap_or_else(|panic| {
        let reason = Reason::BrokeDown(message(&*panic));
        let path = input.path.clone();
        vec![Err(Failure {
            path,
            line: None,
            id: None,
            sha256: None,
            bytes: 0,
            outcome: Ending::Failed,
            reason,
        })]
    })
}

fn carry_out<T>(plan: Plan, make: &(impl Fn(RawDocument) -> (T, Status) + Sync)) -> Outcome<T> {
    let (raw, mut row) = match plan {
        Plan::Skip(row) => return Outcome { row, value: None },
        Plan::Make(raw, row) => (*raw, row),
    };
    let reason = raw.head.warnings.first().map(|warning| warning.message.clone());
    match catch_unwind(AssertUnwindSafe(|| make(raw))) {
        Ok((value, status)) => {
            row.status = status;
            row.reason = match status {
                Status::Ok => None,
                Status::Empty => reason.or_else(|| Some("no text in it".to_owned())),
                _ => reason,
            };
            Outcome { row, value: Some(value) }
        }
        Err(panic) => {
            row.status = Status::Failed;
            row.reason = Some(format!(
                "the analysis broke down ({}); please report it with the file",
                message(&*panic)
            ));
            Outcome { row, value: None }
        }
    }
}

fn row_of(raw: &RawDocument) -> InputRow {
    let source = &raw.head.source;
    let path = source
        .record
        .map_or_else(|| source.path.clone(), |line| format!("{}:{line}", source.path));
    let (id, sha256) = (Some(raw.head.id.clone()), Some(source.sha256.clone()));
    InputRow {
        path,
        id,
        sha256,
        bytes: source.bytes,
        status: Status::Ok,
        reason: None,
    }
}

/// The manifest's row of an input that became no document.
pub fn row_of_failure(failure: Failure) -> InputRow {
    let status = match failure.outcome {
        Ending::Failed => Status::Failed,
        Ending::Empty => Status::Empty,
        Ending::Ignored => Status::Ignored,
    };
    let path = numbered(&failure.path, failure.line);
    let Failure {
        id, sha256, bytes, reason, ..
    } = failure;
    InputRow {
        path,
        id,
        sha256,
        bytes,
        status,
        reason: Some(reason.to_string()),
    }
}

/// A file's path, with the line of a record.
fn numbered(path: &str, line: Option<u32>) -> String {
    line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"))
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}
