//! Results on disk: the result folder, tables.

mod folder;
mod tables;

pub use folder::{
    Folder, FolderError, ReadError, documents, file_name, holds_one_file, is_result_folder, read_collection, read_document, read_manifest,
    read_totals,
};
pub use tables::{Table, TableError, write_tables};
