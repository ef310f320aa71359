from tests.demo.loaded import demo

__all__ = ["demo"]
