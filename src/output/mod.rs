//! Results on disk: the result folder, tables, the page.

mod folder;
pub mod report;
mod tables;
mod whole;

pub use folder::{Folder, FolderError, ReadError, documents, file_name, is_result_folder, read_collection, read_manifest, read_totals};
pub use tables::{Form, Table, TableError, write_tables};
pub use whole::write_whole;
