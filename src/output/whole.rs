//! Files that are written whole or not at all: a temporary file beside the target, then a rename.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes the file at `path` as `write` does; where that fails, what stood there stays.
///
/// # Errors
///
/// If `write` fails or the file cannot be put in place.
pub fn write_whole(path: &Path, write: impl FnOnce(&mut BufWriter<NamedTempFile>) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut out = BufWriter::new(NamedTempFile::new_in(folder)?);
    write(&mut out)?;
    out.flush()?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    readable_by_all(&file)?;
    file.persist(path).map(drop).map_err(|e| e.error)
}

/// Temporary files are their owner's alone; results are for everybody whom the folder is for.
#[cfg(unix)]
fn readable_by_all(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
