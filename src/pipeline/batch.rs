//! Many documents: read and analyzed in parallel, handed on one after another in the order of the input.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use super::Pipeline;
use super::earlier::{Earlier, content};
use crate::document::{Head, Warning};
use crate::ingest::{self, Admission, Failure, Ids, Input, Outcome as Ending, RawDocument, ReadOptions, Reason};
use crate::result::{DocumentResult, InputRow, Status};

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
    earlier: Option<Earlier>,
}

impl<'p> Batch<'p> {
    /// A run that has read nothing yet.
    pub fn new(pipeline: &'p Pipeline, read_options: &'p ReadOptions) -> Self {
        Self {
            pipeline,
            read_options,
            ids: Ids::default(),
            earlier: None,
        }
    }

    /// Takes documents of an earlier run where they still stand.
    #[must_use]
    pub fn after(mut self, earlier: Option<Earlier>) -> Self {
        self.earlier = earlier;
        self
    }

    /// Reads and analyzes `inputs` in parallel; `render` makes a value of each result, `sink` takes them in order.
    ///
    /// # Errors
    ///
    /// The first error of `sink`, at once.
    pub fn analyze<T: Send, E>(
        &mut self,
        inputs: &[Input],
        render: impl Fn(&DocumentResult) -> T + Sync,
        sink: impl FnMut(Outcome<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        let pipeline = self.pipeline;
        let make = |raw| {
            let analysis = pipeline.analyze(raw);
            (render(&analysis.to_result()), analysis.status())
        };
        self.run_with(inputs, &make, &render, sink)
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
        sink: impl FnMut(Outcome<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        let never = |_: &DocumentResult| -> T { unreachable!("without earlier documents none is rendered again") };
        self.earlier = None;
        self.run_with(inputs, &make, &never, sink)
    }

    fn run_with<T: Send, E>(
        &mut self,
        inputs: &[Input],
        make: &(impl Fn(RawDocument) -> (T, Status) + Sync),
        render: &(impl Fn(&DocumentResult) -> T + Sync),
        mut sink: impl FnMut(Outcome<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        for inputs in inputs.chunks(INPUTS_AT_ONCE) {
            let (options, earlier) = (self.read_options, self.earlier.as_ref());
            let read: Vec<_> = inputs.par_iter().map(|input| obtain(input, options, earlier, render)).collect();
            let mut planned: Vec<_> = read.into_iter().flatten().map(|read| self.plan(read)).collect();
            while !planned.is_empty() {
                let rest = planned.split_off(planned.len().min(DOCUMENTS_AT_ONCE));
                let done: Vec<_> = planned.into_par_iter().map(|plan| carry_out(plan, make, render)).collect();
                done.into_iter().try_for_each(&mut sink)?;
                planned = rest;
            }
        }
        Ok(())
    }

    /// Settles the id: the same id and text twice is a duplicate, the same id with another text gets a suffix.
    fn plan<T>(&mut self, obtained: Obtained<T>) -> Plan<T> {
        let (mut head, mut row) = match &obtained {
            Obtained::Failed(row) => {
                return Plan::Done(Outcome {
                    row: row.clone(),
                    value: None,
                });
            }
            Obtained::Kept(row, _) => (
                Head {
                    id: row.id.clone().unwrap_or_default(),
                    ..Head::default()
                },
                row.clone(),
            ),
            Obtained::Read(raw, content) => (raw.head.clone(), row_of(raw, content)),
        };
        // The id of a file has its content in it: the same id is the same text.
        let text = match &obtained {
            Obtained::Read(raw, _) if head.source.record.is_some() => raw.text.as_str(),
            _ => "",
        };
        if self.ids.admit(&mut head, text) == Admission::Duplicate {
            row.status = Status::Duplicate;
            row.reason = Some(format!("the same document as {} read before", head.id));
            return Plan::Done(Outcome { row, value: None });
        }
        match obtained {
            Obtained::Failed(row) => Plan::Done(Outcome { row, value: None }),
            Obtained::Kept(row, value) => Plan::Done(Outcome { row, value: Some(value) }),
            Obtained::Read(mut raw, content) => {
                row.id = Some(head.id.clone());
                raw.head = head;
                let of_record = raw.head.source.record.is_some();
                let earlier = self
                    .earlier
                    .as_ref()
                    .filter(|_| of_record)
                    .and_then(|earlier| earlier.made_of(&content));
                Plan::Make(raw, row, earlier.map(|(row, json)| (row.id, row.status, json)))
            }
        }
    }
}

/// An input on its way.
enum Obtained<T> {
    Failed(InputRow),
    /// A file's document as it stands since an earlier run.
    Kept(InputRow, T),
    /// A document as read, and the digest of what it is made of.
    Read(Box<RawDocument>, String),
}

enum Plan<T> {
    Done(Outcome<T>),
    /// With id, status and JSON of the document of an earlier run that was made of the same record.
    Make(Box<RawDocument>, InputRow, Option<(Option<String>, Status, String)>),
}

fn obtain<T>(input: &Input, options: &ReadOptions, earlier: Option<&Earlier>, render: &impl Fn(&DocumentResult) -> T) -> Vec<Obtained<T>> {
    let standing = earlier.and_then(|earlier| earlier.of_file(input, options));
    if let Some((row, json)) = standing
        && let Ok(document) = DocumentResult::read(&json)
    {
        return vec![Obtained::Kept(row, render(&document))];
    }
    let obtained = |read: Result<RawDocument, Failure>| match read {
        Ok(raw) => {
            let content = content(&raw, input, options);
            Obtained::Read(Box::new(raw), content)
        }
        Err(failure) => Obtained::Failed(row_of_failure(failure)),
    };
    read(input, options).into_iter().map(obtained).collect()
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

fn carry_out<T>(
    plan: Plan<T>,
    make: &(impl Fn(RawDocument) -> (T, Status) + Sync),
    render: &(impl Fn(&DocumentResult) -> T + Sync),
) -> Outcome<T> {
    let (raw, mut row, earlier) = match plan {
        Plan::Done(outcome) => return outcome,
        Plan::Make(raw, row, earlier) => (*raw, row, earlier),
    };
    if let Some((id, status, json)) = earlier
        && id == row.id
        && let Ok(mut document) = DocumentResult::read(&json)
    {
        // The record may stand on another line of another file by now.
        document.source = raw.head.source;
        row.status = status;
        let value = Some(render(&document));
        return Outcome { row, value };
    }
    let reason = Warning::summary(&raw.head.warnings);
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

fn row_of(raw: &RawDocument, content: &str) -> InputRow {
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
        content: Some(content.to_owned()),
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
        content: None,
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
