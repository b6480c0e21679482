//! What describes the CSV tables: a Frictionless data package, and the dictionary as a table.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::dictionary::{Column, Schema, Type};
use crate::output::error::OutputError;
use crate::output::whole::write_whole;

/// Writes `datapackage.json` and `data_dictionary.csv`.
pub fn write(dir: &Path, schemas: &[Schema]) -> Result<(), OutputError> {
    let dictionary = dir.join("data_dictionary.csv");
    write_whole(&dictionary, |out| {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(["table", "column", "type", "description"])?;
        for schema in schemas {
            for Column { name, of, description } in &schema.columns {
                writer.write_record([schema.table, name, kind(*of), description])?;
            }
        }
        writer.flush()
    })
    .map_err(|e| OutputError::write(&dictionary, &e))?;
    let package = dir.join("datapackage.json");
    let json = serde_json::to_string_pretty(&description(schemas))?;
    write_whole(&package, |out| writeln!(out, "{json}")).map_err(|e| OutputError::write(&package, &e))
}

fn description(schemas: &[Schema]) -> Value {
    let mut resources: Vec<Value> = schemas.iter().map(resource).collect();
    let plain = ["table", "column", "type", "description"].map(|name| json!({"name": name, "type": "string"}));
    resources.push(json!({
        "name": "data_dictionary", "path": "data_dictionary.csv", "profile": "tabular-data-resource", "encoding": "utf-8",
        "schema": {"fields": plain},
    }));
    json!({
        "profile": "tabular-data-package",
        "name": "briefscope-tables",
        "title": "Who is named, where, which threats, who stands where",
        "resources": resources,
    })
}

fn resource(schema: &Schema) -> Value {
    let mut described = json!({"fields": schema.columns.iter().map(field).collect::<Vec<_>>(), "missingValues": [""]});
    if schema.table == "documents" {
        described["primaryKey"] = json!("document");
    } else {
        described["foreignKeys"] = json!([{"fields": "document", "reference": {"resource": "documents", "fields": "document"}}]);
    }
    json!({
        "name": schema.table, "path": format!("{}.csv", schema.table), "profile": "tabular-data-resource",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": described,
    })
}

fn field(column: &Column) -> Value {
    let mut field = json!({"name": column.name, "type": kind(column.of), "description": column.description});
    if column.of == Type::List {
        field["description"] = json!(format!("{} (joined by a vertical bar)", column.description));
    }
    field
}

/// The name of a type in table schemas.
fn kind(of: Type) -> &'static str {
    match of {
        Type::Text | Type::List => "string",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Boolean => "boolean",
    }
}
