//! The store through its public handles.

mod audit;
mod builders;
mod client;
mod decision;
mod draw;
mod facts;
mod import;
mod key;
mod lock;
mod matter;
mod pin;
mod record;
mod rest;
mod search;
mod task;
mod transact;
