package com.acme;

/** Binds the parameter, and needs no annotation to be served. */
final class UserRepo extends Repo<UserRepo.User> {
  /**
   * A user.
   *
   * @param name the user's name
   */
  record User(String name) {}

  @Override
  User save(User item) {
    return item;
  }
}
