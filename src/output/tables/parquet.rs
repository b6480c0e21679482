//! Tables as Parquet, by the low-level writer: typed columns, nulls where JSON has them.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::Result as ParquetResult;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types;
use serde_json::Value;

use super::dictionary::{Column, Schema, Type};
use super::rows::{self, Row};
use crate::output::{Written, error::OutputError};

/// Rows of a row group: what bounds memory.
const GROUP: usize = 65_536;

/// Writes a Parquet file a table.
pub fn write(result: &Path, dir: &Path, schemas: &[Schema]) -> Result<Vec<Written>, OutputError> {
    let mut sheets: Vec<Sheet> = schemas.iter().map(|schema| Sheet::begin(dir, schema)).collect::<Result<_, _>>()?;
    rows::each(result, |table, row| sheets[table].add(row))?;
    sheets.into_iter().map(Sheet::end).collect()
}

struct Sheet {
    columns: Vec<(Column, Values)>,
    /// Rows that wait to be written.
    waiting: usize,
    writer: SerializedFileWriter<File>,
    table: Written,
}

impl Sheet {
    fn begin(dir: &Path, schema: &Schema) -> Result<Self, OutputError> {
        let path = dir.join(format!("{}.parquet", schema.table));
        let file = File::create(&path).map_err(|e| OutputError::write(&path, &e))?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = message(schema)
            .and_then(|message| SerializedFileWriter::new(file, Arc::new(message), Arc::new(properties)))
            .map_err(|e| OutputError::write(&path, &e))?;
        Ok(Self {
            columns: schema
                .columns
                .iter()
                .map(|column| (column.clone(), Values::new(column.of)))
                .collect(),
            waiting: 0,
            writer,
            table: Written { path, rows: 0 },
        })
    }

    fn add(&mut self, row: &Row) -> Result<(), OutputError> {
        for (column, values) in &mut self.columns {
            let value = row
                .iter()
                .find(|(name, _)| *name == column.name)
                .map_or(&Value::Null, |(_, value)| value);
            values.push(value);
        }
        self.table.rows += 1;
        self.waiting += 1;
        if self.waiting == GROUP { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), OutputError> {
        self.waiting = 0;
        write_group(&mut self.writer, &mut self.columns).map_err(|e| OutputError::write(&self.table.path, &e))
    }

    fn end(mut self) -> Result<Written, OutputError> {
        if self.waiting > 0 {
            self.flush()?;
        }
        self.writer.close().map_err(|e| OutputError::write(&self.table.path, &e))?;
        Ok(self.table)
    }
}

fn message(schema: &Schema) -> ParquetResult<types::Type> {
    let field = |column: &Column| {
        let (physical, logical) = match column.of {
            Type::Text | Type::List => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Type::Integer => (Physical::INT64, None),
            Type::Number => (Physical::DOUBLE, None),
            Type::Boolean => (Physical::BOOLEAN, None),
        };
        let field = types::Type::primitive_type_builder(&column.name, physical);
        field
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()
            .map(Arc::new)
    };
    let fields = schema.columns.iter().map(field).collect::<ParquetResult<_>>()?;
    types::Type::group_type_builder(schema.table).with_fields(fields).build()
}

fn write_group(writer: &mut SerializedFileWriter<File>, columns: &mut [(Column, Values)]) -> ParquetResult<()> {
    let mut group = writer.next_row_group()?;
    for (_, values) in columns {
        if let Some(mut column) = group.next_column()? {
            values.write(column.untyped())?;
            column.close()?;
        }
    }
    group.close().map(drop)
}

/// Values of a column that wait to be written; a level is 1 for a value, 0 for null.
struct Values {
    levels: Vec<i16>,
    filled: Filled,
}

enum Filled {
    Texts(Vec<ByteArray>),
    Integers(Vec<i64>),
    Numbers(Vec<f64>),
    Booleans(Vec<bool>),
}

impl Values {
    fn new(of: Type) -> Self {
        let filled = match of {
            Type::Text | Type::List => Filled::Texts(Vec::new()),
            Type::Integer => Filled::Integers(Vec::new()),
            Type::Number => Filled::Numbers(Vec::new()),
            Type::Boolean => Filled::Booleans(Vec::new()),
        };
        Self {
            levels: Vec::new(),
            filled,
        }
    }

    fn push(&mut self, value: &Value) {
        let known = match &mut self.filled {
            Filled::Texts(texts) => rows::text(value).map(|text| texts.push(ByteArray::from(text.into_bytes()))),
            Filled::Integers(integers) => value.as_i64().map(|integer| integers.push(integer)),
            Filled::Numbers(numbers) => value.as_f64().map(|number| numbers.push(number)),
            Filled::Booleans(booleans) => value.as_bool().map(|boolean| booleans.push(boolean)),
        };
        self.levels.push(i16::from(known.is_some()));
    }

    /// Writes the values and forgets them.
    fn write(&mut self, column: &mut ColumnWriter) -> ParquetResult<()> {
        let levels = Some(self.levels.as_slice());
        match (&mut self.filled, column) {
            (Filled::Texts(values), ColumnWriter::ByteArrayColumnWriter(writer)) => drain(writer.write_batch(values, levels, None), values),
            (Filled::Integers(values), ColumnWriter::Int64ColumnWriter(writer)) => drain(writer.write_batch(values, levels, None), values),
            (Filled::Numbers(values), ColumnWriter::DoubleColumnWriter(writer)) => drain(writer.write_batch(values, levels, None), values),
            (Filled::Booleans(values), ColumnWriter::BoolColumnWriter(writer)) => drain(writer.write_batch(values, levels, None), values),
            _ => Ok(()),
        }?;
        self.levels.clear();
        Ok(())
    }
}

fn drain<T>(written: ParquetResult<usize>, values: &mut Vec<T>) -> ParquetResult<()> {
    values.clear();
    written.map(drop)
}
