//! `briefscope merge`: several result folders to one, as if analyzed together.

use std::path::PathBuf;

use anyhow::{Context, bail};
use briefscope::collection::collection;
use briefscope::output::{Folder, documents, holds_one_file, read_manifest, read_totals};
use briefscope::result::{Manifest, document_id};

use super::End;

/// Join the results of several runs into one folder, as if everything had been analyzed together
#[derive(clap::Args)]
#[command(after_help = "Example:\n  briefscope merge shard-1 shard-2 --out results")]
pub struct Args {
    /// Result folders of `briefscope analyze --out`, made with the same version, lexicons and options
    #[arg(required = true)]
    dir: Vec<PathBuf>,
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    if let Some(same) = args
        .dir
        .iter()
        .find(|dir| dir.canonicalize().is_ok_and(|dir| args.out.canonicalize().ok() == Some(dir)))
    {
        bail!("{}: is to be read and written; name a new folder", same.display());
    }
    let mut totals = read_totals(&args.dir[0])?;
    for dir in &args.dir[1..] {
        totals.merge(read_totals(dir)?).with_context(|| dir.display().to_string())?;
    }
    let manifest = joined_manifest(&args.dir)?;
    let mut folder = Folder::create(&args.out, &manifest, holds_one_file(&args.dir[0]))?;
    for dir in &args.dir {
        documents(dir, |json| -> anyhow::Result<()> {
            let id = document_id(json).with_context(|| format!("{}: a document without an id", dir.display()))?;
            Ok(folder.document(&id, json.as_bytes())?)
        })?;
    }
    folder.finish(&totals, &collection(&totals), &manifest)?;
    eprintln!("{} documents of {} folders", totals.documents.len(), args.dir.len());
    Ok(End::All)
}

/// All inputs; from the first start to the last end.
fn joined_manifest(dirs: &[PathBuf]) -> anyhow::Result<Manifest> {
    let mut joined = read_manifest(&dirs[0])?;
    for dir in &dirs[1..] {
        let next = read_manifest(dir)?;
        joined.inputs.extend(next.inputs);
        joined.started = joined.started.min(next.started);
        joined.finished = joined.finished.max(next.finished);
    }
    joined.inputs.sort();
    Ok(joined)
}
