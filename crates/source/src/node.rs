//! What files say: a tree whose values keep their place and are as they were written.

use catalogue::Json;

/// A place in the files: bytes of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// Rank of the file.
    pub file: u32,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// Bytes of a file; files of four gigabytes are refused long before.
    pub(crate) fn new(file: u32, start: usize, end: usize) -> Self {
        let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: byte(start), end: byte(end) }
    }

    /// The bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and its place, which does not count when values are compared.
#[derive(Debug, Clone, Default)]
pub struct Node {
    pub span: Span,
    pub value: Value,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    #[default]
    Null,
    Boolean(bool),
    /// As it is written, and as JSON writes it.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// In the order of the file; a key written twice is there twice.
    Object(Vec<Field>),
}

/// A key of an object, and what it names.
#[derive(Debug, Clone)]
pub struct Field {
    pub key: String,
    pub key_span: Span,
    pub node: Node,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.node == other.node
    }
}

impl Node {
    /// A text that stands in no file.
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into()).into()
    }

    /// The fields of an object; none of anything else.
    pub fn fields(&self) -> &[Field] {
        if let Value::Object(fields) = &self.value { fields } else { &[] }
    }

    /// The value under a key, the first if there are several.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.fields().iter().find(|field| field.key == key).map(|field| &field.node)
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    /// The words of a text.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// A word: a text, or a number as it is written.
    pub fn word(&self) -> Option<&str> {
        match &self.value {
            Value::Text(word) | Value::Number(word) => Some(word),
            _ => None,
        }
    }

    /// The identifier of an entry, which some write as a number.
    pub fn id(&self) -> Option<&str> {
        self.get("id")?.word()
    }

    /// Whether nothing is said: `null`, blanks, or a list or an object of such.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Boolean(_) | Value::Number(_) => false,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.iter().all(Self::is_empty),
            Value::Object(fields) => fields.iter().all(|field| field.node.is_empty()),
        }
    }

    /// The items of the list under a key.
    pub fn items_at(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::items)
    }

    /// The words under a key.
    pub fn str_at(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::as_str)
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { span: Span::default(), value }
    }
}

impl From<Json> for Node {
    fn from(value: Json) -> Self {
        let value = match value {
            Json::Null => Value::Null,
            Json::Boolean(value) => Value::Boolean(value),
            Json::Number(digits) => Value::Number(digits),
            Json::String(text) => Value::Text(text),
            Json::List(items) => Value::List(items.into_iter().map(Self::from).collect()),
            Json::Object(fields) => {
                Value::Object(fields.into_iter().map(|(key, node)| Field::new(key, node)).collect())
            }
        };
        value.into()
    }
}

impl From<Node> for Json {
    fn from(node: Node) -> Self {
        match node.value {
            Value::Null => Self::Null,
            Value::Boolean(value) => Self::Boolean(value),
            Value::Number(digits) => Self::Number(digits),
            Value::Text(text) => Self::String(text),
            Value::List(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Object(fields.into_iter().map(|field| (field.key, field.node.into())).collect())
            }
        }
    }
}

impl Field {
    /// A field that stands in no file.
    pub fn new(key: impl Into<String>, node: impl Into<Node>) -> Self {
        Self { key: key.into(), key_span: Span::default(), node: node.into() }
    }
}

/// Lists and objects deeper than this are refused, as readers of JSON do.
pub(crate) const DEEPEST: usize = 127;
