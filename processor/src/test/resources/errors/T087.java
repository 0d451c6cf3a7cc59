// ERROR at class Users extends errors.other.Store<String>: The adapter of Users must be able to call the tools that it inherits from generic types, but "save" of errors.other.Store is not visible in its package. Make it public. [adze:T087]
class T087 {
  static class Users extends errors.other.Store<String> {
    @Override
    protected void save(String item) {}
  }
}
