//! How entries stand to one another beyond the references they make: what two of them share, which
//! ones are close to one, who supports what and who bears it.
//!
//! Everything is read off the catalogue, the same way each time: no chance, no weights to tune at
//! run time. It knows neither words nor views.

mod close;
mod links;
mod network;

pub use close::{Tie, related, ties};
pub use links::{Links, alone, bears, named_in_fields, supports};
pub(crate) use network::has_network;
pub use network::{LINE, Line, NODE_WIDTH, Network, Node, PADDING, layer_start, network};
