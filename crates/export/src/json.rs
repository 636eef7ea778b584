//! JSON objects made key by key, in which what is not known leaves no key.

use serde_json::{Map, Value};

/// An object being made.
#[derive(Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    /// An object of this `@type`.
    pub(super) fn of_type(name: &str) -> Self {
        Self::default().with("@type", name)
    }

    /// Adds a value.
    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    /// Adds a value that may not be known.
    pub(super) fn with_some(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds a text, unless it says nothing.
    pub(super) fn with_text(self, key: &str, text: &str) -> Self {
        self.with_some(key, Some(text).filter(|text| !text.is_empty()))
    }

    /// Adds values: none leaves no key, one stands alone, as JSON-LD reads them.
    pub(super) fn with_all<T: Into<Value>>(self, key: &str, values: impl IntoIterator<Item = T>) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        match values.len() {
            0 => self,
            1 => self.with_some(key, values.pop()),
            _ => self.with(key, values),
        }
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

/// A whole file: indented, with a line feed at its end.
pub(super) fn file(value: impl Into<Value>) -> String {
    format!("{:#}\n", value.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_leaves_no_key() {
        let object = Object::of_type("A")
            .with_some("b", None::<&str>)
            .with_text("c", "")
            .with_all("d", [] as [&str; 0])
            .with_all("e", ["f"])
            .with_all("g", ["h", "i"])
            .with("j", 1);
        assert_eq!(Value::from(object).to_string(), r#"{"@type":"A","e":"f","g":["h","i"],"j":1}"#);
    }
}
