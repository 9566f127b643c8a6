package org.taswiya.store.staff;

/// Somebody of the staff, as things stand.
///
/// @param hasPassword whether they have chosen one since they were added or reset
public record StaffMember(String name, StaffRole role, boolean isEnabled, boolean hasPassword) {}
