//! The store through its public handles.

mod audit;
mod builders;
mod client;
mod client_order;
mod decision;
mod desklist;
mod draw;
mod facts;
mod import;
mod key;
mod lock;
mod matter;
mod message;
mod pin;
mod record;
mod rest;
mod scope;
mod search;
mod task;
mod transact;
